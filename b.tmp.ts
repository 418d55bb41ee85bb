import { currentInstrument } from '#lib/instruments/index.ts';
import { itemsOf } from '#lib/domain/instrument.ts';
import { scoreAssessment, sheetOf, soloInput } from '#lib/domain/scoring.ts';
import { mulberry } from './m.tmp.ts';
const { instrument } = currentInstrument();
const ids=itemsOf(instrument,'full').map(i=>i.id);
const u=mulberry(1);
const inputs=Array.from({length:1000},()=>{const base=1+u()*4;return soloInput({variant:'full'},Object.fromEntries(ids.map(id=>{const x=u();return [id,x<0.04?'unknown':x<0.07?'notApplicable':Math.min(5,Math.max(1,Math.round(base+u()*3-1.5)))]})) as any)});
for(const [name,f] of Object.entries({sheetOf})) for(let k=0;k<6;k++){const N=200000;const c0=process.cpuUsage();const t=performance.now();let s=0;for(let i=0;i<N;i++){const r:any=f(instrument,inputs[i%1000]!);s+=r.stages?r.stages[0]:r.overall??0}
const c=process.cpuUsage(c0);console.log(name,'µs wall',((performance.now()-t)*1000/N).toFixed(2),'cpu',((c.user+c.system)/N).toFixed(2));}
