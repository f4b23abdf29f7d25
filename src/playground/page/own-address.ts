/** Whether a picture or file is on this machine: nothing else is ever fetched. */
export function isOwnAddress(address: string): boolean {
  if (/^data:image\/(?:png|jpeg|gif|webp)[;,]/u.test(address)) return true;
  const url = URL.parse(address);
  return (
    url?.protocol === 'http:' &&
    url.hostname === '127.0.0.1' &&
    url.port === location.port &&
    url.pathname.startsWith('/attachments/')
  );
}
