import {loadLexicon} from '../../src/lexicon/index.ts'

/** One fresh process that loads the tables and prints what that cost; run with --expose-gc. */
const held = (): number => {
  globalThis.gc?.()
  const {heapUsed, external} = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
const spent = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000
const clock = () => Number(process.hrtime.bigint()) / 1e6

const before = held()
const [wallBegan, began] = [clock(), spent()]
const lexicon = loadLexicon()
const [wall, processor] = [clock() - wallBegan, spent() - began]
const loaded = held() - before

// What is worked out when first asked for: names by their first words, offices by holder and body, surnames, places, acts, cues.
const [allWall, allBegan] = [clock(), spent()]
for (const {name} of lexicon.entities.values()) lexicon.byName.lookup(name)
lexicon.byName.surname('x')
lexicon.rolesOf('x')
lexicon.holders('president', 'USA', null)
lexicon.placesNamed('x')
const asked = [lexicon.acts, lexicon.cues].length
const whole = {wall: wall + clock() - allWall, processor: processor + spent() - allBegan, memory: held() - before}

console.log(JSON.stringify({load: {wall, processor, memory: loaded}, whole, asked}))
