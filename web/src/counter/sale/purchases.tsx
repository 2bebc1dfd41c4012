import { Trans } from '@lingui/react/macro';
import type { ComponentProps, ReactNode } from 'react';
import { Bought } from '../../elements/records/bought.tsx';
import { Empty } from '../../elements/states/states.tsx';

type Purchase = ComponentProps<typeof Bought>['purchase'] & { readonly id?: string | null };

/** The latest purchases. */
export function Purchases({ purchases }: { readonly purchases: readonly (Purchase | null | undefined)[] }): ReactNode {
  const bought = purchases.filter((one) => one != null);
  return (
    <>
      <h2>
        <Trans>Bought lately</Trans>
      </h2>
      {bought.length === 0 ? (
        <Empty>
          <Trans>Nothing yet.</Trans>
        </Empty>
      ) : (
        <ol className="entries">
          {bought.map((purchase) => (
            <li key={purchase.id}>
              <Bought purchase={purchase} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
