/** An address of the Internet Protocol as a number: 32 bits in version 4, 128 in version 6. */
export type Address = { version: 4 | 6; value: bigint };

const decimal = /^(?:0|[1-9]\d{0,2})$/;

/**
 * Reads an address as browsers write it: `114.114.114.114`, `2400:3200::1`, `[2400:3200::1]`, `fe80::1%eth0`. An address of
 * version 4 that is written as one of version 6 is read as what it stands for: mapped (`::ffff:1.2.3.4`, RFC 4291), or by a
 * network that has version 6 alone (`64:ff9b::1.2.3.4`, RFC 6052). Null for anything else. Never throws.
 */
export function parseAddress(text: string): Address | null {
  return text.includes(':') ? parseVersion6(text) : parseVersion4(text);
}

function parseVersion4(text: string): Address | null {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => decimal.test(byte) && Number(byte) < 256)) return null;
  return { version: 4, value: join(bytes.map(Number), 8n) };
}

function parseVersion6(text: string): Address | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  // The parser of addresses of the web knows all spellings and gives one: groups of small hexadecimals, the zeros left out.
  const url = `http://[${bare}]/`;
  if (!/^[\da-f:.]{2,45}$/i.test(bare) || !URL.canParse(url)) return null;
  const [head = [], tail = []] = new URL(url).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  const groups = [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
  const value = join(groups, 16n);
  const isVersion4 = value >> 32n === mapped || value >> 32n === translated;
  return isVersion4 ? { version: 4, value: BigInt.asUintN(32, value) } : { version: 6, value };
}

/** The first 96 bits of `::ffff:0:0/96` and of `64:ff9b::/96`. */
const mapped = 0xffffn;
const translated = 0x64ff9bn << 64n;

function join(parts: readonly number[], bitsEach: bigint): bigint {
  return parts.reduce((value, part) => (value << bitsEach) | BigInt(part), 0n);
}
