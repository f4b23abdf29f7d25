import { expect, test } from 'vitest';
import { internet, isPublic } from '../../src/feeds/network.ts';
import { readAddress } from '../../src/feeds/web-address.ts';

test.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '2a00:1450:4001:80b::200e'])(
  '%s is on the internet',
  (address) => expect(isPublic(address)).toBe(true),
);

test.each([
  ['this machine', '127.0.0.1'],
  ['this machine', '127.255.255.254'],
  ['this machine', '::1'],
  ['this machine', '0.0.0.0'],
  ['this machine', '::'],
  ['a private network', '10.0.0.1'],
  ['a private network', '172.16.0.1'],
  ['a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['a private network', 'fc00::1'],
  ['a private network', 'fd00:ec2::254'],
  ['a private network', 'fec0::1'],
  ['a link, where clouds tell secrets', '169.254.169.254'],
  ['a link', 'fe80::1'],
  ['a link', 'fe80::1%eth0'],
  ['a shared network', '100.64.0.1'],
  ['a shared network', '100.100.100.200'],
  ['many', '224.0.0.1'],
  ['many', 'ff02::1'],
  ['everybody', '255.255.255.255'],
  ['nobody yet', '240.0.0.1'],
  ['nobody yet', '4000::1'],
  ['protocols', '192.0.0.192'],
  ['documentation', '192.0.2.1'],
  ['documentation', '198.51.100.7'],
  ['documentation', '203.0.113.9'],
  ['documentation', '2001:db8::1'],
  ['documentation', '3fff::1'],
  ['benchmarks', '198.18.0.1'],
  ['benchmarks', '2001:2::1'],
  ['another address within, mapped', '::ffff:127.0.0.1'],
  ['another address within, mapped', '::ffff:8.8.8.8'],
  ['another address within, mapped', '::ffff:a00:1'],
  ['another address within, compatible', '::127.0.0.1'],
  ['another address within, translated', '::ffff:0:127.0.0.1'],
  ['another address within, NAT64', '64:ff9b::7f00:1'],
  ['another address within, NAT64', '64:ff9b:1::a00:1'],
  ['another address within, 6to4', '2002:7f00:1::'],
  ['another address within, Teredo', '2001:0:53aa:64c:0:0:80ff:fffe'],
  ['the host of a machine in Azure', '168.63.129.16'],
  ['nothing', 'localhost'],
  ['nothing', ''],
])('what leads to %s is no address of the internet: %s', (_to, address) => expect(isPublic(address)).toBe(false));

test('only the ports of the web are allowed', () => {
  const ports = [80, 443, 22, 25, 6379, 8080, 8443];
  expect(ports.filter((port) => internet.isAllowed('93.184.215.14', port))).toEqual([80, 443]);
});

test.each([
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127.0.0.1./',
])('%s is this machine in another spelling', (typed) => {
  expect(readAddress(typed).hostname.replace(/\.$/u, '')).toBe('127.0.0.1');
});

test.each([
  ['example.org/feed.xml', 'https://example.org/feed.xml'],
  ['  <https://example.org/feed.xml>  ', 'https://example.org/feed.xml'],
  ['https://example.org/a#b', 'https://example.org/a'],
  ['example.org:443/x', 'https://example.org/x'],
  ['https://日本.example/一', 'https://xn--wgv71a.example/%E4%B8%80'],
])('%s is read as %s', (typed, url) => expect(readAddress(typed).href).toBe(url));

test.each([
  ['ftp://example.org/feed', 'Addresses that begin with “ftp:” are not followed.'],
  ['file:///etc/passwd', 'Addresses that begin with “file:” are not followed.'],
  ['javascript:alert(1)', 'Addresses that begin with “javascript:” are not followed.'],
  ['data:text/xml,<rss/>', 'Addresses that begin with “data:” are not followed.'],
  ['https://jun:secret@example.org/', 'The address holds a name or a password'],
  ['', '“” is no address of the web.'],
  ['two words', '“two words” is no address of the web.'],
  ['https://exa mple.org', 'is no address of the web.'],
  [`https://example.org/${'a'.repeat(3000)}`, 'is no address of the web.'],
])('%s is refused', (typed, words) => expect(() => readAddress(typed)).toThrow(words));
