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

const since = (wallFrom: number, processorFrom: number) => ({
  wall: wall + clock() - wallFrom,
  processor: processor + spent() - processorFrom,
  memory: held() - before,
})

// What texts ask for: names and surnames by every first letter, offices, places, words, acts, cues.
const [readyWall, readyBegan] = [clock(), spent()]
for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
  lexicon.byName.root.next.has(letter)
  lexicon.byName.surname(letter)
}
lexicon.rolesOf('x')
for (const office of ['president', 'prime minister', 'foreign minister', 'spokesperson'])
  lexicon.holders(office, 'USA', null)
lexicon.placesNamed('x')
lexicon.standing('taliban', '2001-01-01')
lexicon.governmentOf('USA', '2001-01-01')
const {acts, cues, roleNouns, givenNames, groups, guards, peoples} = lexicon
const asked = [acts, cues, roleNouns, givenNames, groups, guards, peoples].length
const ready = since(readyWall, readyBegan)

const [allWall, allBegan] = [clock() - (ready.wall - wall), spent() - (ready.processor - processor)]
for (const {name} of lexicon.entities.values()) lexicon.byName.lookup(name)
const whole = since(allWall, allBegan)

console.log(JSON.stringify({load: {wall, processor, memory: loaded}, ready, whole, asked}))
