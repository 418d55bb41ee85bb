/** How a municipality wants its documents to look. */
import { HUES } from './chart-look.ts';

/** characters of what stands on documents in place of the name in the register, and of the line of the sender */
export const NAME_MOST = 200;
export const SENDER_MOST = 200;

export interface Look {
	/** of headings and rules, `#rrggbb`; stands out from white by 4.5:1 at least */
	accent: string;
	/** coat of arms or logo */
	logo?: Logo;
}

export interface Logo {
	png: Uint8Array;
	/** in dots */
	width: number;
	height: number;
}

/** Of who has set none. */
export const PLAIN_LOOK: Look = { accent: HUES.decision };
