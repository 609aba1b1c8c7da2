import { admission } from './src/admission.ts'
for (const n of [1,100]) { const run = await admission(500,1000,n).prepare(); for(let i=0;i<4;i++) run()
 const t=[]; for(let i=0;i<9;i++){const s=process.cpuUsage(); run(); const c=process.cpuUsage(s); t.push(Math.round((c.user+c.system)/1000))} t.sort((a,b)=>a-b); console.log(n,'cpu ms median',t[4]) }
