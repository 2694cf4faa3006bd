/** The style of every page: a serif for what a report says, a sans for what we say about it, tabular figures, an 8 px grid.
 *  Hue says whether an act is cooperative (blue) or conflictual (ochre to red), depth whether it is a word (light) or a deed
 *  (dark); fill says how sure it is. Both survive the common colour deficiencies and black-and-white print. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;
--paper:#fbfaf7;--panel:#f4f2ec;--ink:#1d1c1a;--soft:#605c55;--faint:#d9d5cb;--rule:#e6e2d9;--look:#ece7da;
--f1:#b3d9f0;--i1:#10202b;--l1:#4d8fb8;
--f2:#1d5f91;--i2:#fff;--l2:#1d5f91;
--f3:#f3cd62;--i3:#2a2005;--l3:#a87a00;
--f4:#a93a17;--i4:#fff;--l4:#a93a17;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Source Serif Pro","Noto Serif","DejaVu Serif",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI","Helvetica Neue","Noto Sans","DejaVu Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--paper:#161718;--panel:#1d1e20;--ink:#e6e2d9;--soft:#a19c92;--faint:#45443f;--rule:#2d2d2c;--look:#33312b;
--f1:#a6d2ec;--i1:#0d1b25;--l1:#7fb8db;
--f2:#2b6fa6;--i2:#fff;--l2:#5a9fd6;
--f3:#eec350;--i3:#241b03;--l3:#d8a92c;
--f4:#b8451f;--i4:#fff;--l4:#e4764e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding:24px}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}
a:focus-visible,summary:focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:2px}
h1,h2,h3,p,ul,ol{margin:0;padding:0;font-weight:400}
ul,ol{list-style:none}
code{font:12px ui-monospace,"SF Mono","DejaVu Sans Mono",monospace}
bdi{unicode-bidi:isolate}
.control{font:10px var(--sans);border:1px dotted var(--soft);color:var(--soft);padding:0 2px}
.top{padding:16px 24px 16px 32px;border-bottom:1px solid var(--rule)}
.top .line{display:flex;flex-wrap:wrap;gap:0 24px;color:var(--soft)}
.top .line a:hover{color:var(--ink);text-decoration:underline}
h1{font-size:18px;line-height:1.3;font-weight:600;letter-spacing:-.01em;margin:8px 0 0;text-wrap:balance}
.key{display:flex;flex-wrap:wrap;gap:8px 16px;margin-top:12px;color:var(--soft);font-size:12px;line-height:1.7}
.key .act{font-size:12px;white-space:nowrap}.key .act:last-child{white-space:normal}
.key .plain{--fill:transparent;--on:var(--soft);--line:var(--soft)}
/* the grammar: hue and depth */
.q1{--fill:var(--f1);--on:var(--i1);--line:var(--l1)}
.q2{--fill:var(--f2);--on:var(--i2);--line:var(--l2)}
.q3{--fill:var(--f3);--on:var(--i3);--line:var(--l3)}
.q4{--fill:var(--f4);--on:var(--i4);--line:var(--l4)}
/* the grammar: fill */
.act{border:0 solid var(--line);border-width:1.5px 0;-webkit-box-decoration-break:clone;box-decoration-break:clone;padding:0 0 .05em}
.act.begins{border-left-width:1.5px;border-top-left-radius:3px;border-bottom-left-radius:3px;padding-left:.18em}
.act.ends{border-right-width:1.5px;border-top-right-radius:3px;border-bottom-right-radius:3px;padding-right:.18em}
.act.s-actual{background:var(--fill);color:var(--on)}
.act.s-actual,.act.s-ongoing{border-color:var(--fill)}
.act.s-ongoing{background:var(--fill);color:var(--on)}
.act.s-ongoing.ends{border-right:0;border-radius:3px 0 0 3px;padding-right:.9em;background:linear-gradient(90deg,var(--fill) calc(100% - .9em),transparent);border-image:linear-gradient(90deg,var(--fill) calc(100% - .9em),transparent) 1}
.act.s-denied{text-decoration:line-through;text-decoration-thickness:1.5px;text-decoration-color:var(--line)}
.act.s-threatened,.act.s-demanded,.act.s-planned,.act.s-hypothetical{border-style:dotted}
/* columns */
.page{display:grid;grid-template-columns:minmax(0,1.16fr) minmax(360px,1fr);max-width:1720px;margin:0 auto}
.report{padding:24px 24px 48px 32px}
.report h2,.report .para>p{font-family:var(--serif);max-width:66ch}
.report h2{font-size:27px;line-height:1.25;letter-spacing:-.01em;margin-bottom:16px;text-wrap:balance}
.report .para>p{font-size:17px;line-height:1.64;margin-bottom:12px;hanging-punctuation:first}
.para{display:grid;grid-template-columns:minmax(0,66ch) minmax(112px,1fr);gap:0 24px}
.notes{font-size:12px;line-height:1.35;color:var(--soft);padding-top:5px}
.notes li{padding:1px 0 1px 12px;text-indent:-12px;margin-bottom:3px}
.notes li:before,.sign{content:"❝";font-size:11px;color:var(--soft);margin-right:3px}
.notes li:before{display:inline-block;width:9px;text-indent:0}
.notes a{color:var(--ink)}
.notes a:hover{text-decoration:underline}
.m-name:not(.act){border-bottom:1px solid var(--faint)}
.m-place:not(.act){border-bottom:1px dotted var(--soft)}
.m-number:not(.act){border-bottom:3px double var(--faint)}
.condition{font-style:italic}
.said.opens:before{content:"❝\\2060";font:11px var(--sans);vertical-align:.45em;color:var(--soft);margin-right:2px}
.act.said.opens:before{color:inherit}
[data-k].on:not(.act){background:var(--look)}
.act.own{outline:2px solid var(--ink);outline-offset:1px;border-radius:2px}
/* the lists */
.lists{border-left:1px solid var(--rule);background:var(--panel);height:100vh;height:100dvh;overflow:auto;position:sticky;top:0;padding:0 24px 96px;scroll-padding:56px 0 24px}
.contents{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:0 12px;background:var(--panel);padding:12px 0;border-bottom:1px solid var(--rule);color:var(--soft);font-size:13px}
.contents b{color:var(--ink);font-weight:600}
.contents a:hover{color:var(--ink);text-decoration:underline}
.lists h3{font-size:15px;font-weight:600;margin:24px 0 4px}
.lists ol>li{display:grid;grid-template-columns:32px minmax(0,1fr);padding:7px 8px 8px 0;border-top:1px solid var(--rule);scroll-margin:56px 0 24px}
.lists ol>li.on,.lists ol>li:target{background:var(--look)}
.go{color:var(--soft);justify-self:end;align-self:start;margin-right:6px;padding:0 4px;white-space:nowrap;font-size:12px;line-height:21px}
a.go:hover{color:var(--ink);text-decoration:underline}
.head b,.who{font-weight:600}
.who a:hover,.facts a:hover,.rests a:hover,.quote a:hover{text-decoration:underline}
.arrow{color:var(--soft);font-weight:400;padding:0 2px}
.nobody{color:var(--soft);font-weight:400}
.head .stance{font-weight:400;color:var(--soft)}
.badge{font-size:12px;font-weight:500;margin-right:4px;white-space:nowrap}
.quote{font:italic 14px/1.45 var(--serif);color:var(--soft);margin-top:2px}
.quote b{color:var(--ink);font-weight:400;border-bottom:1px solid currentColor}
.claim .quote{color:var(--ink)}
.facts{display:flex;flex-wrap:wrap;gap:0 12px;font-size:12px;color:var(--soft);margin-top:2px}
.facts i,.rests i,.who i{font-family:var(--serif)}
.facts b{font-weight:600;color:var(--ink)}
.rests{font-size:12px;color:var(--soft)}
.rests a{color:var(--ink)}
.empty{color:var(--soft);padding:4px 0;max-width:48ch}
.lists .actor .body,.lists .place .body,.lists .figure .body,.lists .time .body{display:flex;flex-wrap:wrap;gap:0 12px;align-items:baseline}
/* the card under the pointer */
.card{position:fixed;z-index:3;width:336px;max-width:calc(100vw - 16px);background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:8px 12px;box-shadow:0 2px 12px rgba(0,0,0,.14);pointer-events:none}
.card[hidden]{display:none}
.card .quote{display:none}
.keys{margin-left:auto;font-size:12px}
.keys kbd,.help kbd{font:inherit;border:1px solid var(--faint);border-radius:3px;padding:0 4px;color:var(--ink)}
.help{border:1px solid var(--soft);border-radius:3px;background:var(--paper);color:var(--ink);padding:16px 24px;max-width:400px}
.help p{padding:2px 0}
.foot{padding:16px 32px;color:var(--soft);font-size:12px;border-top:1px solid var(--rule)}
/* the list of reports */
.index{max-width:1180px;margin:0 auto;padding:24px 32px 64px}
.index h1{font-size:24px}
.index .line{color:var(--soft);margin:8px 0 16px}
.index table{width:100%;margin-top:16px;border-collapse:collapse}
.index th{text-align:left;font-weight:400;color:var(--soft);font-size:12px;padding:4px 16px 4px 0;border-bottom:1px solid var(--soft);vertical-align:bottom}
.index td{padding:10px 16px 10px 0;border-bottom:1px solid var(--rule);vertical-align:top}
.index .n{text-align:right}
.index tr:hover td{background:var(--panel)}
.index .title a{font:18px/1.3 var(--serif)}
.index .title a:hover{text-decoration:underline}
.index .parties{display:block;color:var(--soft);font-size:12px;margin-top:2px}
.index .when{white-space:nowrap}
.index .label{display:none}
.mix{display:block;margin-top:4px}
.mix .q1,.mix .q2,.mix .q3,.mix .q4{fill:var(--fill);stroke:var(--line)}
.mix .unsure{fill:none}
@media (max-width:1100px){.para{display:block}.notes{display:none}.report{padding-right:32px}}
@media (max-width:760px){
.top{padding:12px 16px}h1{font-size:18px}
.page{display:block}.report{padding:16px 16px 24px}.report h2{font-size:23px}.report .para>p{font-size:17px;line-height:1.6}
.lists{height:auto;position:static;overflow:visible;border-left:0;border-top:1px solid var(--rule);padding:0 16px 72px}
.keys{display:none}.foot{padding:16px}
.card{left:8px!important;right:8px;top:auto!important;bottom:8px;width:auto;pointer-events:auto}
.index{padding:16px}.index h1{font-size:20px}
.index thead{display:none}.index tr{display:flex;flex-wrap:wrap;gap:0 16px;padding:12px 0;border-bottom:1px solid var(--rule)}
.index td{padding:0;border:0}.index .when,.index .outlet{color:var(--soft);font-size:13px}
.index .title{flex:0 0 100%;padding:2px 0 6px}.index .n{text-align:left;color:var(--soft);font-size:13px}.index .label{display:inline}
}
@media (prefers-reduced-motion:no-preference){html,.lists{scroll-behavior:smooth}}
@media (forced-colors:active){.act{border-color:CanvasText}}
@media print{
:root{--paper:#fff;--panel:#fff;--ink:#000;--soft:#333;--faint:#999;--rule:#bbb;--look:#fff}
@page{margin:16mm}
body{font-size:9.5pt}.page,.para{display:block}.top,.report,.lists,.foot{padding-left:0;padding-right:0}
.lists{position:static;height:auto;overflow:visible;border:0}.contents,.keys,.card,.help,.back{display:none!important}
.notes{display:flex;flex-wrap:wrap;gap:0 16px;padding:0 0 6px}.report .para>p{font-size:11pt;margin-bottom:4px}
.lists ol>li{break-inside:avoid}.lists h3{break-after:avoid}
.q1,.q2,.q3,.q4{--line:#000}
.act,.act.s-actual,.act.s-ongoing,.act.s-ongoing.ends{background:none;border-color:#000;border-image:none;color:#000}
.act.s-actual,.act.s-ongoing{border-width:0 0 2px;font-weight:700;border-radius:0}
.report .act.ends:after{content:"[" attr(data-p) "]";font:7pt var(--sans);vertical-align:super}
.notes li:after{content:" [" attr(data-k) "]"}
.event>.go:before{content:"e"}.claim>.go:before{content:"c"}
}
`;
