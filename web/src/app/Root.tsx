import { Outlet, useLocation } from '@tanstack/react-router';
import { Gate } from '../access/Gate';
import { Shell } from './Shell';

/** Where one-time links lead; everything else stands behind the door. */
const BEFORE_THE_DOOR = ['/setup', '/invitation', '/reset', '/sign-on'];

export function Root() {
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (BEFORE_THE_DOOR.includes(path)) return <Outlet />;
  return (
    <Gate>
      <Shell />
    </Gate>
  );
}
