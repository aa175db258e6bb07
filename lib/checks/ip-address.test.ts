import { describe, expect, test } from 'vitest';
import { type Address, parseAddress } from './ip-address.ts';

const v4 = (value: number): Address => ({ version: 4, value: BigInt(value) });
const v6 = (high: bigint, low: bigint): Address => ({ version: 6, value: (high << 64n) | low });

describe('addresses as browsers write them', () => {
  test.each<[string, string, Address]>([
    ['0.0.0.0', 'the first of version 4', v4(0)],
    ['255.255.255.255', 'the last of version 4', v4(0xffffffff)],
    ['114.114.114.114', 'version 4', v4(0x72727272)],
    ['::', 'the first of version 6', v6(0n, 0n)],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'the last', v6(0xffffffffffffffffn, 0xffffffffffffffffn)],
    ['::1', 'zeros left out in front', v6(0n, 1n)],
    ['2400:3200::', 'zeros left out behind', v6(0x2400320000000000n, 0n)],
    ['2400:3200::1', 'zeros left out between', v6(0x2400320000000000n, 1n)],
    ['2400:3200:0:0:0:0:0:1', 'no zeros left out', v6(0x2400320000000000n, 1n)],
    ['2400:3200:0000:0000:0000:0000:0000:0001', 'all digits', v6(0x2400320000000000n, 1n)],
    ['[2400:3200::1]', 'in brackets, as in addresses of pages', v6(0x2400320000000000n, 1n)],
    ['2001:DB8::A', 'capitals', v6(0x20010db800000000n, 10n)],
    ['fe80::1%eth0', 'with the name of a network card', v6(0xfe80000000000000n, 1n)],
    ['[fe80::1%25]', 'and in brackets', v6(0xfe80000000000000n, 1n)],
    ['2001:db8::1.2.3.4', 'the last part as of version 4', v6(0x20010db800000000n, 0x01020304n)],
    ['::ffff:114.114.114.114', 'version 4, mapped', v4(0x72727272)],
    ['::FFFF:7272:7272', 'version 4, mapped, in hexadecimals', v4(0x72727272)],
    ['64:ff9b::114.114.114.114', 'version 4, as a network translates it', v4(0x72727272)],
    ['64:ff9b::7272:7272', 'the same in hexadecimals', v4(0x72727272)],
    ['64:ff9b:1::7272:7272', 'a translation of the network’s own, not read', v6(0x0064ff9b00010000n, 0x72727272n)],
    ['::114.114.114.114', 'neither mapped nor translated', v6(0n, 0x72727272n)],
  ])('%s: %s', (text, _why, expected) => {
    expect(parseAddress(text)).toEqual(expected);
  });
});

describe('what is no address', () => {
  test.each([
    '',
    ' ',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.',
    '1.2.3.4 ',
    '0x1.2.3.4',
    '1.2.3.4:80',
    '1.2.3.4/8',
    '１.2.3.4',
    ':',
    ':::',
    '1::2::3',
    '::12345',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '::1.2.3',
    '::1/8',
    '[::1',
    '::1]',
    '[::1]:80',
    '::1@example.cn',
    '%eth0:',
    `::${'0'.repeat(100_000)}`,
  ])('%j gives null', (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});
