import type { Finding } from './finding.ts';

/** "Has never accepted the ruling": not to yield to something is to reject it. */
export const unyielding = (finding: Finding): Finding =>
  finding.type === 'YIELDED_TO' && finding.polarity === 'denied'
    ? { ...finding, type: 'REJECTED', plover: 'REJECT', polarity: 'affirmed' }
    : finding;
