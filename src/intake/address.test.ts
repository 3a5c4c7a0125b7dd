import {describe, expect, test} from 'vitest'
import {checkHost, checkUrl, isPublic} from './address.ts'

describe('isPublic', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.9',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2002:c0a8:101::',
    'fec0::1',
    '2001::1',
    'nonsense',
    '',
  ])('refuses %s', address => expect(isPublic(address)).toBe(false))

  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::5',
    '::ffff:8.8.8.8',
  ])('allows %s', address => expect(isPublic(address)).toBe(true))
})

describe('checkUrl', () => {
  test.each([
    'ftp://example.org/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://me:secret@example.org/',
    'http://me@example.org/',
    'nothing',
    '',
  ])('refuses %s', text => expect(() => checkUrl(text)).toThrow(expect.objectContaining({code: 'intake/address'})))

  test('never repeats a password in the message', () => {
    expect(() => checkUrl('http://me:secret@example.org/')).toThrow(expect.not.stringContaining('secret'))
  })
})

describe('checkHost', () => {
  const check = (url: string, addresses: {address: string; family: 4 | 6}[], allowPrivate = false) =>
    checkHost(new URL(url), allowPrivate, async () => addresses)

  test('refuses a public name with a private address', async () => {
    await expect(check('http://rebind.example/', [{address: '10.0.0.1', family: 4}])).rejects.toMatchObject({
      code: 'intake/address',
    })
  })

  test('refuses a name of which one address is private', async () => {
    const both = [
      {address: '8.8.8.8', family: 4 as const},
      {address: '::1', family: 6 as const},
    ]
    await expect(check('http://both.example/', both)).rejects.toMatchObject({code: 'intake/address'})
  })

  test.each([
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest',
  ])('refuses %s without asking for a name', async url =>
    expect(check(url, [{address: '8.8.8.8', family: 4}])).rejects.toMatchObject({code: 'intake/address'}),
  )

  test('gives the addresses that it checked', async () => {
    expect(await check('http://good.example/', [{address: '8.8.8.8', family: 4}])).toEqual([
      {address: '8.8.8.8', family: 4},
    ])
    expect(await check('http://127.0.0.1/', [], true)).toEqual([{address: '127.0.0.1', family: 4}])
  })

  test('a name that is not found is a failed fetch', async () => {
    const lost = checkHost(new URL('http://lost.example/'), false, () => Promise.reject(new Error('ENOTFOUND')))
    await expect(lost).rejects.toMatchObject({code: 'intake/fetch'})
  })
})
