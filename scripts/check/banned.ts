import type {Finding} from './finding.ts'
import {sources} from './sources.ts'

interface Ban {
  readonly what: RegExp
  /** Where it may stand all the same. */
  readonly except: RegExp
  readonly instead: string
}

const pure = /^src\/(?!(?:read|relation|forecast|text|lexicon|model)\/)/

const bans: readonly Ban[] = [
  {what: /\bDate\.now\b|\bnew Date\(\s*\)/, except: pure, instead: 'take the moment as an option'},
  {what: /\bMath\.random\b/, except: /^scripts\//, instead: 'take a seeded generator as an option'},
  {
    what: /\bfetch\(/,
    except: /^src\/(?:face\/web|face\/http\/webhook|intake)\//,
    instead: 'the network is touched only in intake, ingest and the faces',
  },
  {
    what: /\blocaleCompare\b|\btoLocale[A-Z]|\bIntl\./,
    except: /^src\/face\/web\//,
    instead: 'compare with <, so that every locale gives the same',
  },
  {
    what: /\b(?:SELECT|INSERT INTO|DELETE FROM|CREATE TABLE|UPDATE)\s+[a-z*"(]/,
    except: /^(?:src\/record|scripts|eval)\//,
    instead: 'SQL stands only in src/record',
  },
  {
    what: /dangerouslySetInnerHTML|\.innerHTML\b/,
    except: /^scripts\//,
    instead: 'render text nodes; article text is hostile until shown harmless',
  },
  {what: /\b(?:it|test|describe)\.(?:only|todo)\(/, except: /^$/, instead: 'run every test, or delete it'},
  {what: /@ts-ignore|@ts-nocheck/, except: /^$/, instead: 'mend the cause'},
]

/** Things that may not stand where they stand. */
export function checkBanned(): Finding[] {
  const findings: Finding[] = []
  for (const {path, lines} of sources('src', ['.ts', '.tsx'])) {
    const test = /\.test\.tsx?$/.test(path)
    lines.forEach((line, n) => {
      for (const {what, except, instead} of bans) {
        if (!what.test(line) || except.test(path) || (test && !/only|todo/.test(what.source))) continue
        findings.push({at: `${path}:${n + 1}`, message: `${line.match(what)?.[0]}: ${instead}`})
      }
    })
  }
  return findings
}
