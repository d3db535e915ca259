/** The page's own style: one column of text, two colours of ink, five of data. */
export const style = `
:root{--paper:#fff;--wash:#f5f6f8;--ink:#1b1f24;--muted:#59626e;--line:#dfe3e8;--link:#0a559e;
--c1:#2f6db3;--c2:#e0a526;--c3:#c8553d;--c4:#7d4f9e;--c5:#a9b1bb;--more:#5b8fc7;--less:#3c9a6a;--total:#33475c;
--pass:#1a6b3f;--review:#8a5a00;--refused:#a3271c;--mark:#fff3cf}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--wash:#1d2127;--ink:#e6e9ed;--muted:#a3adb9;--line:#333a43;--link:#82b9f2;
--c1:#6aa5e3;--c2:#e3b548;--c3:#e5806a;--c4:#b58ad3;--c5:#6b7683;--more:#5b8fc7;--less:#55b583;--total:#c3cfdc;
--pass:#6fd09c;--review:#eebb55;--refused:#f59184;--mark:#453a14}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0 auto;max-width:72rem;padding:0 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
a{color:var(--link)}.term{color:inherit;text-decoration:underline dotted;text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
.top{padding:1rem 0 .7rem}
.glance{display:grid;grid-template-columns:1fr 1fr;gap:.5rem 2.5rem;margin-top:.6rem}
.glance h2{font-size:1rem;margin:.7rem 0 .2rem}
.first{margin:.2rem 0;padding:0;list-style:none}.first li{margin:.35rem 0}.first b{display:block;font-size:.875rem;color:var(--muted)}
.glance .tiles{grid-template-columns:repeat(3,1fr);gap:1rem;margin:.7rem 0 0}.glance .tiles b{font-size:1.25rem}.glance .tiles span{font-size:.8125rem}
.pair svg+svg{margin-top:3px}.whole{max-width:none;font-size:.9375rem;margin:.2rem 0 .6rem}.whole.note{margin:.4rem 0 .6rem;padding:.4rem .9rem}
h1{font-size:1.6rem;line-height:1.25;font-weight:650;letter-spacing:-.01em;margin:.2rem 0 .4rem;text-wrap:balance}
h2{font-size:1.4rem;line-height:1.3;margin:0 0 .4rem}
h3{font-size:1.08rem;line-height:1.35;margin:2rem 0 .6rem}
h4{font-size:.95rem;margin:1.4rem 0 .4rem}
p{margin:.4rem 0;max-width:46rem}
.headline{font-size:1.05rem;max-width:64rem;margin:.3rem 0}
.opened h3{font-size:1rem;margin:1.2rem 0 .3rem}.sides h3,.sides h4{font-size:.875rem;margin:.6rem 0 .2rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.lead,.source,.more,caption,figcaption{color:var(--muted)}
.source,.more,caption,figcaption{font-size:.875rem}
nav{display:flex;flex-wrap:wrap;align-items:center;border-bottom:1px solid var(--line);position:sticky;top:0;background:var(--paper);z-index:1}
nav ul{display:flex;flex-wrap:wrap;margin:0;padding:0;list-style:none}
nav a{display:block;padding:.5rem .9rem;color:var(--ink);text-decoration:none;border-bottom:3px solid transparent}
.tab>section{padding-top:1.4rem}.tab{scroll-margin-top:3rem}.tab :target{scroll-margin-top:4rem}.tab .opened:target,.tab .read:target{scroll-margin-top:9rem}
@media screen{@supports selector(:has(a)){.tab{display:none}.tab:target,.tab:has(:target),main:not(:has(:target)) .tab:first-child{display:block}
.tab:target:not(:has(:target)):not(:only-child){display:block}
body:not(:has(main :target)) nav li:first-child a,body:has(#bot-team:target,#bot-team :target) nav a[href="#bot-team"],body:has(#journey-owner:target,#journey-owner :target) nav a[href="#journey-owner"],body:has(#operations:target,#operations :target) nav a[href="#operations"],body:has(#agents:target,#agents :target) nav a[href="#agents"],body:has(#read:target,#read :target) nav a[href="#read"],body:has(#data:target,#data :target) nav a[href="#data"]{border-color:var(--link);font-weight:600}}}
.fold{border-top:1px solid var(--line)}.fold>summary{font-size:1.1rem;font-weight:600;padding:.6rem 0}.fold h2{display:none}
.lines{list-style:none;margin:.6rem 0;padding:0}
.ticket{border-top:1px solid var(--line);margin:0}
.ticket>summary{display:grid;grid-template-columns:2.8rem minmax(0,1fr) 13.5rem 10rem 6.5rem;gap:.1rem 1rem;align-items:baseline;padding:.4rem 0;list-style:none}
.ticket>summary::-webkit-details-marker{display:none}
.ticket>summary:hover{background:var(--wash)}
.ticket .what{font-weight:600}.ticket .rank::after{content:" \\25b8";color:var(--muted)}.ticket[open] .rank::after{content:" \\25be"}
.ticket small,.ticket .trend{color:var(--muted);font-size:.8125rem}.worth small,.what small{display:block;font-weight:400}.what small{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.opened{padding:.2rem 0 1.4rem 3.8rem}
.phrases{list-style:none;padding-left:1.2rem!important}.phrases li::before{content:"+";color:var(--pass);font-weight:700;margin-left:-1.1rem;display:inline-block;width:1.1rem}.phrases.taken li::before{content:"\\2212";color:var(--refused)}
code{user-select:all;font:0.875em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;background:var(--wash);padding:.1em .3em;border-radius:3px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1.4rem 1.6rem;margin:1.4rem 0 0}
.tiles div{border-top:2px solid var(--ink);padding-top:.5rem}
dt{color:var(--muted);font-size:.875rem}
dd{margin:0}
.tiles b{display:block;font-size:1.6rem;line-height:1.3;font-weight:600}
.tiles span{display:block;line-height:1.4;font-size:.875rem;color:var(--muted)}
.note{background:var(--wash);padding:.7rem .9rem;border-radius:4px;margin-top:1.4rem}
figure{margin:.6rem 0}
.chart{display:block;width:100%;height:auto}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;list-style:none;margin:.5rem 0 0;padding:0;color:var(--ink)}
.legend i{display:inline-block;width:.75rem;height:.75rem;margin-right:.4rem;border-radius:2px}
.legend.inline{display:inline-flex;margin:0}
.scroll{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--line);overflow-wrap:break-word}
thead th{font-weight:600;color:var(--muted);font-size:.84rem;white-space:nowrap}
tbody th{font-weight:500}
.number{text-align:right;white-space:nowrap}
.number+.text{padding-left:1rem}
.rank{color:var(--muted);white-space:nowrap}
.why{font-size:1.03rem}
.tags{margin:.4rem 0 0}
.tag{display:inline-block;font-size:.8rem;line-height:1.5;padding:0 .5rem;margin:0 .4rem .2rem 0;border:1px solid var(--line);border-radius:3px;font-weight:500;white-space:nowrap}
.tag.owner{background:var(--ink);color:var(--paper);border-color:var(--ink)}
.tag.pass,.tag.verified,.tag.accepted,.tag.edited{color:var(--pass);border-color:currentColor}
.tag.review,.tag.warn{color:var(--review);border-color:currentColor}
.tag.refused,.tag.regressed,.tag.rejected{color:var(--refused);border-color:currentColor}
.warn-text{color:var(--refused)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.5rem 2rem;margin:.8rem 0}
.quotes,.phrases,.found{margin:.3rem 0;padding-left:1.1rem}
.quotes{list-style:none;padding:0}
.quotes li{margin:.6rem 0}
blockquote{margin:0;border-left:3px solid var(--c2);padding-left:.8rem}
.quotes .source{margin:.1rem 0 0 .95rem}
mark{background:none;color:inherit;border-bottom:2px solid var(--c1)}
.suggestion{background:var(--wash);border-radius:4px;padding:.2rem 1rem .8rem;margin:1rem 0}
.suggestion h4{margin-top:.8rem}
.suggestion code{background:var(--paper)}
.command{margin-top:.7rem}
.command code{padding:.3rem .5rem;border:1px solid var(--line)}
details{margin:.6rem 0}
summary{cursor:pointer;padding:.3rem 0}
.journey{border-top:1px solid var(--line);margin:0;padding:.35rem 0}
.sides,.columns{display:grid;grid-template-columns:1fr 1fr;gap:1rem 2rem}
.sides ol{list-style:none;margin:0;padding:0}
.sides li{border-left:3px solid var(--line);padding:.15rem 0 .15rem .8rem;margin:.6rem 0}
.sides li.customer{border-color:var(--c1)}
.sides li.marked{background:var(--mark);border-color:var(--c2)}
.sides p{margin:0}
.who{font-size:.84rem;font-weight:600}
.who .source{font-weight:400}
.tag.mark{border-color:currentColor;background:var(--paper)}
.pop{background:var(--wash);border-radius:4px;padding:.1rem 1rem .6rem;margin:.6rem 0}.pop h3{font-size:.875rem;margin:.6rem 0 .2rem}.pop dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .8rem;margin:0}
.small-multiples{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1.2rem 2rem}
.small-multiples figcaption{color:var(--ink);font-size:.92rem}

.terms dt{color:var(--ink);font-weight:600;font-size:1rem;margin-top:.9rem}
.terms dd{max-width:46rem}
[hidden]{display:none!important}.filter,.search{display:block;margin:.8rem 0 0;font-size:.875rem;color:var(--muted)}.filter input,.search input{font:inherit;width:16rem;max-width:100%}.search{margin:0 0 0 auto}.results{flex-basis:100%;font-size:.875rem;padding:0 .9rem .6rem;max-height:60vh;overflow:auto}.results ul{display:block;padding-left:1.2rem;list-style:disc}.results a{display:inline;padding:0;border:0;color:var(--link);text-decoration:underline}
button{font:inherit;font-size:.8125rem;color:var(--link);background:none;border:1px solid var(--line);border-radius:3px;cursor:pointer}
footer{margin-top:3rem;border-top:1px solid var(--line)}
@media (max-width:44rem){nav{position:static}.top{padding-top:1.6rem}h1{font-size:1.5rem}.glance,.sides,.columns{grid-template-columns:minmax(0,1fr)}.ticket>summary{grid-template-columns:2.8rem minmax(0,1fr)}.ticket>summary>:nth-child(n+3){grid-column:2}.opened{padding-left:0}.glance .tiles{grid-template-columns:1fr}
.tag{white-space:normal}.tiles{grid-template-columns:1fr 1fr;gap:1.1rem}}
@media print{:root{color-scheme:light}body{max-width:none;font-size:10pt;padding:0}nav,.skip,.command,.filter{display:none}
.tab{break-before:page}.fold::details-content{content-visibility:visible;height:auto}.ticket,.journey,figure,tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
`;
