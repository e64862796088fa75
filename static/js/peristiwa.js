// See docs/events.md.
(()=>{
const D=document,N=navigator,K="peristiwa",U="/api/peristiwa/",E='{"n":0,"k":{},"q":[]}',now=Date.now;
let box=JSON.parse(E),step,isNew,secs=0,seen=now(),zooms,taps,film,from=-1,to,fresh,busy,beat=0;
if(/antrean=h|tanpa-catatan=1/.test(D.cookie)){
localStorage.removeItem(K);
D.cookie="antrean=;max-age=0;path=/";
if(/tanpa-/.test(D.cookie))return}
const on=(names,f)=>names.split(" ").forEach(e=>addEventListener(e,f,true)),
edit=(f=b=>b)=>{
try{box=JSON.parse(localStorage[K]||E)}catch(e){}
f(box);
try{localStorage[K]=JSON.stringify(box)}catch(e){}},
net=()=>!N.onLine?"offline":/2g/.test((N.connection||0).effectiveType)?"slow":"ok",
place=({dataset:d})=>({activity:d.kegiatan,version:d.versi,step:d.step||"video"}),
add=(verb,more,where=step)=>edit(b=>{
b.q.push({id:URL.createObjectURL(new Blob).slice(-36),at:now(),verb,n:b.n++,net:net(),...where,...more});
b.q.splice(0,b.q.length-400);
fresh=1}),
timed=()=>Math.abs(now()-box.t)<36e5,
wire=q=>JSON.stringify(q.map(e=>({...e,at:new Date(e.at+box.s)}))),
send=()=>{
edit();
if(busy||!box.q[0]||!N.onLine)return;
const lot=timed()?box.q.slice(0,99):[];
busy=1;
fetch(U,{method:"POST",body:wire(lot),keepalive:true}).then(r=>(busy=0,r.status<429&&r.json().then(()=>{
edit(b=>{
b.t=now();
b.s=Date.parse(r.headers.get("Date"))-b.t||0;
b.q=b.q.filter(e=>!lot.some(c=>c.id==e.id))});
fresh=0;
send()}))).catch(()=>busy=0)},
cut=on=>{
if(from>=0&&to-from>=1)add("played",{from:+from.toFixed(1),to:+to.toFixed(1)},film);
from=on&&from>=0?to:-1},
leave=on=>{
cut(on);
if(step&&secs)add("left",{seconds:secs});
secs=0},
enter=()=>{
const id=Object.values(step).join(),at=+D.URL.split("/")[6];
let verb;
edit(b=>{
verb=!b.k[id]?"entered":at<b.l&&"back";
b.k[id]=1;
b.l=at});
if(verb)add(verb)},
tick=()=>{
const el=D.querySelector("article[data-versi]");
if(el&&!(step&&step.step==el.dataset.step)){
leave();
step=place(el);
isNew=1;
zooms=0;
taps=[]
}else if(!D.hidden){
if(isNew)enter();
isNew=0;
if(now()-seen<6e4||from>=0)secs++}
if(++beat%20==3)send()};
on("pointerdown pointermove keydown scroll",()=>seen=now());
on("visibilitychange pagehide",e=>{
if(!D.hidden&&e.type!="pagehide")return;
leave(1);
if(fresh&&timed())N.sendBeacon(U,wire(box.q.slice(-99)));
fresh=0});
on("pageshow",e=>{if(e.persisted)step=0});
on("click",e=>{
const el=e.target;
if(el.closest("a[href^='/latihan/']"))leave(),edit(b=>b.l=999);
else if(step&&!el.closest("a,button,input,label,summary,video")&&getSelection()==""){
taps=taps.filter(t=>e.timeStamp-t.timeStamp<2e3&&Math.hypot(t.x-e.x,t.y-e.y)<=48).concat(e);
if(taps[2])add("tapped",{code:"mati"}),taps=[]}});
on("touchstart dblclick",e=>{
if(step&&e.target.closest(".layar")&&(!e.touches||e.touches[1])&&++zooms==2)add("tapped",{code:"perbesar"})});
on("timeupdate",({target:v})=>v.seeking||(to=v.currentTime));
on("playing seeked",({target:v})=>{
if(from<0&&!v.paused)film=place(v.closest("[data-kegiatan]")),from=to=v.currentTime});
on("pause seeking ended",e=>{
cut();
if(e.type=="ended")add("completed",{},film)});
setInterval(tick,1e3);
tick()
})()
