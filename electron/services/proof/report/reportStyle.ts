/** Style of the printed and mailed report: system fonts, black on white, no page break inside a block. */
export const reportStyle = `
body { margin: 0; background: #fff; color: #1b1b1b; font: 14px/1.45 "Segoe UI", system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; }
dl { margin: 0.5rem 0; } dl > div { display: flex; gap: 1rem; padding: 0.15rem 0; }
dt { flex: 0 0 14rem; color: #505050; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; padding: 0.3rem 0.6rem; border-bottom: 1px solid #d0d0d0; vertical-align: top; }
.number { text-align: right; white-space: nowrap; }
.failed { font-weight: 600; }
.finding { border-left: 4px solid #8a5a00; padding: 0.2rem 1rem; margin: 1rem 0; background: #f7f7f7; }
.finding.error { border-color: #a4262c; } .finding.note { border-color: #505050; }
pre { background: #f3f3f3; padding: 0.6rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12px; }
.certificate { border-top: 1px solid #d0d0d0; padding-top: 0.4rem; }
footer { margin-top: 2rem; color: #505050; }
@media print { main { padding: 0; } section, tr { break-inside: avoid; } }
`;
