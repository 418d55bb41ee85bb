import { expect, test } from 'vitest';
import { releaseOrder } from '../../../../tests/support/release-order.ts';
import { parseXml, type Parsed } from '../../../../tests/support/xml.ts';
import { codebookOf } from './codebook.ts';
import { ddiOf } from './ddi.ts';

const { about, instrument } = releaseOrder();
const codebook = codebookOf(instrument);
const text = ddiOf(codebook, about, 4);
const root = parseXml(text);

/** The order of the children, as the schema of DDI-Codebook 2.5 has it, of the elements that are used here. */
const ORDER: Record<string, string> = {
	codeBook: 'docDscr stdyDscr fileDscr dataDscr otherMat',
	docDscr: 'citation guide docStatus docSrc controlledVocabUsed notes',
	stdyDscr: 'citation studyAuthorization stdyInfo studyDevelopment method dataAccs othrStdyMat notes',
	citation: 'titlStmt rspStmt prodStmt distStmt serStmt verStmt biblCit holdings notes',
	titlStmt: 'titl subTitl altTitl parTitl IDNo',
	rspStmt: 'AuthEnty othId',
	prodStmt: 'producer copyright prodDate prodPlac software fundAg grantNo',
	distStmt: 'distrbtr contact depositr depDate distDate',
	verStmt: 'version verResp notes',
	stdyInfo: 'studyBudget subject abstract sumDscr qualityStatement notes exPostEvaluation',
	sumDscr: 'timePrd collDate nation geogCover geogUnit geoBndBox boundPoly anlyUnit universe dataKind',
	method: 'dataColl notes anlyInfo stdyClas dataProcessing codingInstructions',
	dataColl:
		'timeMeth dataCollector collectorTraining frequenc sampProc sampleFrame targetSampleSize deviat collMode resInstru instrumentDevelopment sources collSitu actMin ConOps weight cleanOps',
	dataAccs: 'setAvail useStmt notes',
	useStmt: 'confDec specPerm restrctn contact citReq deposReq conditions disclaimer',
	fileDscr: 'fileTxt locMap notes',
	fileTxt:
		'fileName fileCitation dataFingerprint fileCont fileStrc dimensns fileType format filePlac dataChck ProcStat dataMsng software verStmt',
	dimensns: 'caseQnty varQnty logRecL recPrCas recNumTot',
	dataDscr: 'varGrp nCubeGrp var nCube notes',
	varGrp: 'labl txt concept defntn universe notes',
	var: 'location labl imputation security embargo respUnit anlysUnit qstn valrng invalrng undocCod universe TotlResp sumStat txt stdCatgry catgryGrp catgry codInstr verStmt concept derivation varFormat geoMap catLevel notes',
	valrng: 'item range key notes',
	catgry: 'catValu labl txt catStat mrow',
	derivation: 'drvdesc drvcmd'
};

/** What must not be left out. */
const REQUIRED: Record<string, string[]> = {
	codeBook: ['stdyDscr'],
	stdyDscr: ['citation'],
	docDscr: ['citation'],
	citation: ['titlStmt'],
	titlStmt: ['titl'],
	var: ['labl']
};

const all = (element: Parsed): Parsed[] => [element, ...element.children.flatMap(all)];
const named = (name: string) => all(root).filter((element) => element.name === name);

test('elements stand in the order of the schema, and none is there that it does not know', () => {
	for (const { name, children } of all(root)) {
		if (children.length === 0) continue;
		const order = ORDER[name]?.split(' ') ?? [];
		const places = children.map((child) => order.indexOf(child.name));
		expect(places, name).not.toContain(-1);
		expect(places, name).toEqual(places.toSorted((a, b) => a - b));
	}
});

test('what the schema asks for is there', () => {
	for (const [name, children] of Object.entries(REQUIRED))
		for (const element of named(name))
			expect(element.children.map((child) => child.name)).toEqual(expect.arrayContaining(children));
	for (const variable of named('var')) expect(variable.attributes.name).toMatch(/^\w[\w.]*$/);
	expect(root.attributes).toMatchObject({ xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': 'de' });
});

test('ids are unique and can be ids, and every reference leads to one', () => {
	const ids = all(root).flatMap(({ attributes }) => attributes.ID ?? []);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
	const references = [
		...named('varGrp').map(({ attributes }) => attributes.var),
		...named('var').map(({ attributes }) => attributes.files)
	];
	for (const reference of references.flatMap((one) => one?.split(' ') ?? [])) expect(ids).toContain(reference);
});

test('every variable is there with its labels and values in both languages', () => {
	const { cells, measures, items } = codebook;
	const variables = [...cells, ...measures, ...items];
	expect(named('var').map(({ attributes }) => attributes.name)).toEqual(variables.map(({ name }) => name));
	const textsOf = (element: Parsed, name: string) =>
		element.children
			.filter((child) => child.name === name)
			.map(({ attributes, text: words }) => [attributes['xml:lang'], words]);
	named('var').forEach((element, index) => {
		const { label, missing, values } = variables[index] as (typeof variables)[number];
		expect(textsOf(element, 'labl')).toEqual([
			['de', label.de],
			['en', label.en]
		]);
		expect(textsOf(element, 'notes')).toEqual([
			['de', missing.de],
			['en', missing.en]
		]);
		const categories = element.children.filter((child) => child.name === 'catgry');
		expect(categories.map((one) => textsOf(one, 'labl'))).toEqual(
			values.map((one) => [
				['de', one.label.de],
				['en', one.label.en]
			])
		);
	});
});

test('only the columns of the file of cells belong to the file', () => {
	const inFile = named('var').filter(({ attributes }) => attributes.files === 'F1');
	expect(inFile.map(({ attributes }) => attributes.name)).toEqual(codebook.cells.map(({ name }) => name));
	expect(named('caseQnty')[0]?.text).toBe('4');
});

test('no text becomes markup', () => {
	const evil = ddiOf(codebook, { ...about, publisher: `<x a="1">&amp;</x> ' \u0000\ufffe\ud800 ]]>` }, 4);
	const producer = all(parseXml(evil)).filter(({ name }) => name === 'producer')[1];
	expect(producer?.text).toBe(`<x a="1">&amp;</x> ' \ufffd ]]>`);
	expect(producer?.children).toEqual([]);
});
