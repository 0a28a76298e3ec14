import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../../shell/ClientContext.ts';

/** Subject, issuer, dates and fingerprint of a certificate in PEM; not asked for an empty text. */
export const useCertificate = (pem: string) => {
  const client = useClient();
  return useQuery({
    queryKey: ['certificate', pem],
    queryFn: ({ signal }) => client.mail.readCertificate({ pem }, { signal }),
    enabled: pem !== '',
    staleTime: Infinity,
  });
};
