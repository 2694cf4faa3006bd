export { listCaseActors } from './actors.ts';
export { type CaseNames, readNames } from './case-names.ts';
export { countCaseDisputes, type DisputeFilter, listCaseAgreements, listCaseDisputes } from './disputes.ts';
export { listCaseDyads, type MoveFilter, readExchange } from './dyads.ts';
export { listCaseIncidents, readCaseIncident } from './incidents.ts';
export { listCaseTies } from './ties.ts';
