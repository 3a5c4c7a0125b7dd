import type {Command} from 'commander'
import {count} from '../../../answer/index.ts'
import {printable} from '../../../answer/printable.ts'
import {DetenteError} from '../../../model/index.ts'
import {dropHook, hookOf, hookState, sendWaiting, setHook} from '../../http/index.ts'
import {jsonOption, recordOption} from '../options.ts'

/** `detente webhook`: one address that is told of every correction. None is set until a person does. */
export function webhookCommand(program: Command): void {
  const webhook = program
    .command('webhook')
    .description('an address of your own that is told of every correction; none is until you set it')

  webhook
    .command('set')
    .description('tell this address of every correction from now on (https, or http on this machine)')
    .argument('<url>', 'where to POST')
    .addOption(recordOption())
    .option(
      '--secret <words>',
      'what messages are signed with; made up when not given (DETENTE_WEBHOOK_SECRET does the same, unseen)',
    )
    .action((url: string, {record: path, secret = process.env.DETENTE_WEBHOOK_SECRET}) => {
      const hook = setHook(path, url, secret ?? null)
      console.log(`Every correction of ${path} is told to ${hook.url}`)
      if (secret === undefined) console.log(`Messages are signed with ${hook.secret}`)
    })

  webhook
    .command('show')
    .description('where it is told, what was sent, what waits and what failed')
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(({record: path, json}) => {
      const state = hookState(path)
      if (json) return console.log(JSON.stringify(state, null, 1))
      if (state === null) return console.log('No webhook is set.')
      console.log(`Every correction is told to ${state.to}`)
      for (const {id, at, what, words, state: how, attempts, next, fault} of state.deliveries)
        console.log(
          printable(
            `${id}  ${at}  ${what}: ${words}: ${how} after ${count(attempts, 'attempt')}${fault ? `, ${fault}` : ''}${next ? `, next ${next}` : ''}`,
          ),
        )
    })

  webhook
    .command('send')
    .description('send what waits now, without the workbench')
    .addOption(recordOption())
    .action(async ({record: path}) => {
      if (hookOf(path) === null)
        throw new DetenteError('usage/argument', 'no webhook is set', {hint: 'npx detente webhook set URL'})
      await sendWaiting(path)
      const left = hookState(path)?.deliveries.filter(({state}) => state !== 'sent') ?? []
      console.log(
        left.length === 0 ? 'Nothing waits.' : `${count(left.length, 'message')} did not arrive: ${left[0].fault}`,
      )
    })

  webhook
    .command('off')
    .description('tell nobody any more; what still waits is dropped')
    .addOption(recordOption())
    .action(({record: path}) => {
      dropHook(path)
      console.log('No webhook is set.')
    })
}
