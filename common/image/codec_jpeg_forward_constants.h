/* The factors of the forward DCT's rotations, in 13-bit fixed point and added up as the passes use
 * them; the names say which output and which input. */
#ifndef IMAGE_CODEC_JPEG_FORWARD_CONSTANTS_H
#define IMAGE_CODEC_JPEG_FORWARD_CONSTANTS_H

#define FIRST_BITS   2  /* fraction bits between the two passes */
#define SHIFT_FIRST  11 /* 13 less FIRST_BITS */
#define SHIFT_SECOND 15 /* 13 and FIRST_BITS */

/* Outputs 2 and 6: of the even sums' outer and inner difference. */
#define SECOND_NEAR 10703 /* sqrt(2) * cos(pi / 8), as a sum of two rounded factors */
#define SECOND_FAR  4433
#define SIXTH_NEAR  4433
#define SIXTH_FAR   (-10704)

/* Outputs 1, 3, 5 and 7: of two differences each (0 and 3, or 1 and 2), and of the cross sums a (1
 * and 3) and b (0 and 2). */
#define FIRST_FAR    4926
#define FIRST_NEAR   (-7373)
#define THIRD_NEAR   4177
#define THIRD_FAR    (-20995)
#define FIFTH_NEAR   (-4176)
#define FIFTH_FAR    (-20995)
#define SEVENTH_NEAR (-4927)
#define SEVENTH_FAR  (-7373)
#define CROSS_AA     (-6436)
#define CROSS_AB     9633
#define CROSS_BB     6437

#endif
