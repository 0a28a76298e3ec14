import { createContext, useContext, useEffect, useRef } from 'react';
import { type Area, formatRoute, type Route } from './route.ts';

/** What is asked before something is left that would be lost. */
export type LeaveQuestion = { title: string; consequence: string };

type RouteState = {
  route: Route;
  /** Null: nothing would be lost. */
  guard: (question: LeaveQuestion | null) => void;
  /** Does what leaves the page behind; asks first while something is unsaved. */
  leave: (go: () => void) => void;
};

export const RouteContext = createContext<RouteState | null>(null);

const useRouteState = (): RouteState => {
  const state = useContext(RouteContext);
  if (!state) throw new Error('No route provider around this component');
  return state;
};

/** The place that the address bar names. */
export const useRoute = (): Route => useRouteState().route;

/** Gives what asks, while something is unsaved, before it does what leaves the page behind. */
export const useLeave = (): RouteState['leave'] => useRouteState().leave;

/** Goes to another place; asks first while something is unsaved. */
export const navigate = (route: Partial<Route> & { area: Area }): void => {
  window.location.hash = formatRoute(route);
};

/** Goes to another place; the present one leaves the history. */
export const redirect = (route: Partial<Route> & { area: Area }): void => {
  window.location.replace(formatRoute(route));
};

/**
 * While `isUnsaved`, nothing leads away from here without this question. Gives the function that lifts this at once,
 * for the moment in which what was unsaved has been saved or given up.
 */
export const useLeaveGuard = (isUnsaved: boolean, { title, consequence }: LeaveQuestion): (() => void) => {
  const { guard } = useRouteState();
  const isOwn = useRef(false);
  useEffect(() => {
    isOwn.current = isUnsaved;
    guard(isUnsaved ? { title, consequence } : null);
    return () => {
      isOwn.current = false;
      guard(null);
    };
  }, [guard, isUnsaved, title, consequence]);
  /** A save that ends when its form has gone has nothing to lift: what guards then is another form's. */
  return () => {
    if (isOwn.current) guard(null);
  };
};
