import { useNavigate } from '@tanstack/react-router';
import type { Approval } from '../api/types';
import { placeOf } from './placeOf';

/** Goes to what an approval is about. */
export function useLook(): (approval: Approval) => void {
  const navigate = useNavigate();
  return (approval) => {
    void navigate({ ...placeOf(approval), params: { rec: approval.reconciliationId } });
  };
}
