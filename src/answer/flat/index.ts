export {analogueTable, driverTable, eraTable} from './background.ts'
export {partnerTable, readTable, roleTable} from './entity.ts'
export {aheadTable, forecastTable, scoreTable} from './forecasts.ts'
export {
  articleTable,
  correctionTable,
  doubtTable,
  failureTable,
  importTable,
  pairTable,
  placeTable,
  sourceTable,
  tieTable,
} from './record.ts'
export {figureTable, incidentTable, monthTable, shareTable, statementTable} from './relation.ts'
