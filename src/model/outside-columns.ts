import type {OutsideFormat} from './outside.ts'

const places = (side: string) =>
  'Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID'.split(' ').map(column => `${side}Geo_${column}`)
const actor = (side: string) =>
  'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code'
    .split(' ')
    .map(column => `${side}${column}`)
const polecatSide = (side: string) =>
  ['Name', 'Country', 'COW', 'Primary Sector', 'Sectors', 'Title', 'Name Raw'].map(column =>
    column === 'Primary Sector' ? `Primary ${side} Sector` : `${side} ${column}`,
  )

/** Columns of the tabular forms, in their order. */
export const outsideColumns: {readonly [format in Exclude<OutsideFormat, 'plover'>]: readonly string[]} = {
  gdelt: [
    ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
    ...actor('Actor1'),
    ...actor('Actor2'),
    ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
    ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
    ...places('Actor1'),
    ...places('Actor2'),
    ...places('Action'),
    ...['DATEADDED', 'SOURCEURL'],
  ],
  'gdelt-1': [
    ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
    ...actor('Actor1'),
    ...actor('Actor2'),
    ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
    ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
    ...[...places('Actor1'), ...places('Actor2'), ...places('Action')].filter(column => !column.endsWith('ADM2Code')),
    ...['DATEADDED', 'SOURCEURL'],
  ],
  'gdelt-mentions': [
    ...['GLOBALEVENTID', 'EventTimeDate', 'MentionTimeDate', 'MentionType', 'MentionSourceName', 'MentionIdentifier'],
    ...['SentenceID', 'Actor1CharOffset', 'Actor2CharOffset', 'ActionCharOffset', 'InRawText', 'Confidence'],
    ...['MentionDocLen', 'MentionDocTone', 'MentionDocTranslationInfo', 'Extras'],
  ],
  icews: [
    ...['Event ID', 'Event Date', 'Source Name', 'Source Sectors', 'Source Country', 'Event Text', 'CAMEO Code'],
    ...['Intensity', 'Target Name', 'Target Sectors', 'Target Country', 'Story ID', 'Sentence Number', 'Publisher'],
    ...['City', 'District', 'Province', 'Country', 'Latitude', 'Longitude'],
  ],
  'icews-brief': ['date', 'source', 'event text', 'target', 'CAMEO', 'goldstein', 'quadclass'],
  polecat: [
    ...['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Quad Code', 'Contexts'],
    ...polecatSide('Actor'),
    'Wikipedia Actor ID',
    ...polecatSide('Recipient'),
    'Wikipedia Recipient ID',
    ...['Placename', 'City', 'District', 'Province', 'Country', 'Latitude', 'Longitude', 'GeoNames ID'],
    ...['Raw Placename', 'Feature Type', 'Source', 'Publication Date', 'Story People', 'Story Organizations'],
    ...['Story Locations', 'Language', 'Version'],
  ],
  'ucdp-ged': [
    ...['id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id', 'conflict_new_id'],
    ...['conflict_name', 'dyad_dset_id', 'dyad_new_id', 'dyad_name', 'side_a_dset_id', 'side_a_new_id', 'side_a'],
    ...['side_b_dset_id', 'side_b_new_id', 'side_b', 'number_of_sources', 'source_article', 'source_office'],
    ...['source_date', 'source_headline', 'source_original', 'where_prec', 'where_coordinates', 'where_description'],
    ...['adm_1', 'adm_2', 'latitude', 'longitude', 'geom_wkt', 'priogrid_gid', 'country', 'country_id', 'region'],
    ...['event_clarity', 'date_prec', 'date_start', 'date_end', 'deaths_a', 'deaths_b', 'deaths_civilians'],
    ...['deaths_unknown', 'best', 'high', 'low', 'gwnoa', 'gwnob'],
  ],
}
