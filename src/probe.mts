import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { soloOutcome } from '#lib/domain/outcome.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
const { instrument } = currentInstrument();
const sha256=(t:string)=>createHash('sha256').update(t).digest('hex');
const cases=JSON.parse(readFileSync('/tmp/props/k1000solo.json','utf8'));
const c0=process.cpuUsage(); let n=0,h='';
for(const c of cases){const items=Object.fromEntries(Object.entries(c.respondents[0].ratings).map(([k,r])=>[k,{rating:r as never,reason:'weil nicht'}]));
 const o=soloOutcome(instrument,{variant:'full',seed:c.id},{items,criteria:{}},sha256); if(o.robustness) n++; h=sha256(h+JSON.stringify(o)); }
console.log(n,h.slice(0,16),'cpu ms',process.cpuUsage(c0).user/1000);
