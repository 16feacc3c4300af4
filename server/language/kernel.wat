;; The numerical kernel of the linguistic engine: six functions over one memory of 32-bit floats.
;; All pointers are byte offsets; all sizes are counts. Build with scripts/language/build-kernel.ts.
(module
  (import "env" "memory" (memory 1))

  ;; out[i][j] = bias[j] + sum over q < depth of a[i][q] * w[q][j]
  ;; Weights lie in panels of eight columns: panel j holds w[0][8j..8j+7], w[1][8j..8j+7], ...
  ;; Four rows by eight columns are accumulated in registers; rows is rounded up to a multiple of
  ;; four (callers leave three spare rows in a and out), columns is a multiple of eight. The inner loop is
  ;; not unrolled: with more live values V8 spills registers, which costs a third of the speed.
  (func (export "multiply")
    (param $a i32) (param $stride i32) (param $rows i32) (param $weights i32) (param $columns i32)
    (param $depth i32) (param $bias i32) (param $out i32) (param $outStride i32)
    (local $panel i32) (local $panelBytes i32) (local $row i32) (local $rowOut i32) (local $q i32) (local $w i32)
    (local $a0 i32) (local $a1 i32) (local $a2 i32) (local $a3 i32) (local $end i32)
    (local $b0 v128) (local $b1 v128) (local $w0 v128) (local $w1 v128) (local $x v128)
    (local $s00 v128) (local $s01 v128)
    (local $s10 v128) (local $s11 v128)
    (local $s20 v128) (local $s21 v128)
    (local $s30 v128) (local $s31 v128)
    (local.set $panelBytes (i32.shl (local.get $depth) (i32.const 5)))
    (loop $panels
      (local.set $b0 (v128.load (local.get $bias)))
      (local.set $b1 (v128.load offset=16 (local.get $bias)))
      (local.set $row (i32.const 0))
      (local.set $rowOut (local.get $out))
      (local.set $a0 (local.get $a))
      (loop $rowBlocks
        (local.set $a1 (i32.add (local.get $a0) (local.get $stride)))
        (local.set $a2 (i32.add (local.get $a1) (local.get $stride)))
        (local.set $a3 (i32.add (local.get $a2) (local.get $stride)))
        (local.set $s00 (local.get $b0)) (local.set $s01 (local.get $b1))
        (local.set $s10 (local.get $b0)) (local.set $s11 (local.get $b1))
        (local.set $s20 (local.get $b0)) (local.set $s21 (local.get $b1))
        (local.set $s30 (local.get $b0)) (local.set $s31 (local.get $b1))
        (local.set $w (local.get $weights))
        (local.set $end (i32.add (local.get $weights) (local.get $panelBytes)))
        (loop $inner
          (local.set $w0 (v128.load (local.get $w)))
          (local.set $w1 (v128.load offset=16 (local.get $w)))
          (local.set $x (v128.load32_splat (local.get $a0)))
          (local.set $s00 (f32x4.add (local.get $s00) (f32x4.mul (local.get $x) (local.get $w0))))
          (local.set $s01 (f32x4.add (local.get $s01) (f32x4.mul (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat (local.get $a1)))
          (local.set $s10 (f32x4.add (local.get $s10) (f32x4.mul (local.get $x) (local.get $w0))))
          (local.set $s11 (f32x4.add (local.get $s11) (f32x4.mul (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat (local.get $a2)))
          (local.set $s20 (f32x4.add (local.get $s20) (f32x4.mul (local.get $x) (local.get $w0))))
          (local.set $s21 (f32x4.add (local.get $s21) (f32x4.mul (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat (local.get $a3)))
          (local.set $s30 (f32x4.add (local.get $s30) (f32x4.mul (local.get $x) (local.get $w0))))
          (local.set $s31 (f32x4.add (local.get $s31) (f32x4.mul (local.get $x) (local.get $w1))))
          (local.set $a0 (i32.add (local.get $a0) (i32.const 4)))
          (local.set $a1 (i32.add (local.get $a1) (i32.const 4)))
          (local.set $a2 (i32.add (local.get $a2) (i32.const 4)))
          (local.set $a3 (i32.add (local.get $a3) (i32.const 4)))
          (br_if $inner (i32.lt_u (local.tee $w (i32.add (local.get $w) (i32.const 32))) (local.get $end))))
        (v128.store (local.get $rowOut) (local.get $s00))
        (v128.store offset=16 (local.get $rowOut) (local.get $s01))
        (local.set $rowOut (i32.add (local.get $rowOut) (local.get $outStride)))
        (v128.store (local.get $rowOut) (local.get $s10))
        (v128.store offset=16 (local.get $rowOut) (local.get $s11))
        (local.set $rowOut (i32.add (local.get $rowOut) (local.get $outStride)))
        (v128.store (local.get $rowOut) (local.get $s20))
        (v128.store offset=16 (local.get $rowOut) (local.get $s21))
        (local.set $rowOut (i32.add (local.get $rowOut) (local.get $outStride)))
        (v128.store (local.get $rowOut) (local.get $s30))
        (v128.store offset=16 (local.get $rowOut) (local.get $s31))
        (local.set $rowOut (i32.add (local.get $rowOut) (local.get $outStride)))
        (local.set $row (i32.add (local.get $row) (i32.const 4)))
        (local.set $a0 (i32.add (local.get $a) (i32.mul (local.get $row) (local.get $stride))))
        (br_if $rowBlocks (i32.lt_s (local.get $row) (local.get $rows))))
      (local.set $weights (i32.add (local.get $weights) (local.get $panelBytes)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 32)))
      (local.set $out (i32.add (local.get $out) (i32.const 32)))
      (br_if $panels (i32.gt_s (local.tee $columns (i32.sub (local.get $columns) (i32.const 8))) (i32.const 0)))))

  ;; Sum of the four lanes.
  (func $sum (param $v v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v)))
      (f32.add (f32x4.extract_lane 2 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))

  ;; Row by row: the greatest of three pieces (96 numbers each, one piece after the other), then layer
  ;; normalization with scale and shift; the residual row is added when residual is not zero.
  (func (export "maxoutNormalize")
    (param $pieces i32) (param $rows i32) (param $scale i32) (param $shift i32) (param $residual i32) (param $out i32)
    (local $i i32) (local $v v128) (local $total v128) (local $mean v128) (local $factor v128)
    (loop $eachRow
      (local.set $total (v128.const f32x4 0 0 0 0))
      (local.set $i (i32.const 0))
      (loop $greatest
        (local.set $v (f32x4.max
          (f32x4.max
            (v128.load (i32.add (local.get $pieces) (local.get $i)))
            (v128.load offset=384 (i32.add (local.get $pieces) (local.get $i))))
          (v128.load offset=768 (i32.add (local.get $pieces) (local.get $i)))))
        (v128.store (i32.add (local.get $pieces) (local.get $i)) (local.get $v))
        (local.set $total (f32x4.add (local.get $total) (local.get $v)))
        (br_if $greatest (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 384))))
      (local.set $mean (f32x4.splat (f32.div (call $sum (local.get $total)) (f32.const 96))))
      (local.set $total (v128.const f32x4 0 0 0 0))
      (local.set $i (i32.const 0))
      (loop $spread
        (local.set $v (f32x4.sub (v128.load (i32.add (local.get $pieces) (local.get $i))) (local.get $mean)))
        (v128.store (i32.add (local.get $pieces) (local.get $i)) (local.get $v))
        (local.set $total (f32x4.add (local.get $total) (f32x4.mul (local.get $v) (local.get $v))))
        (br_if $spread (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 384))))
      (local.set $factor (f32x4.splat (f32.div (f32.const 1) (f32.sqrt
        (f32.add (f32.div (call $sum (local.get $total)) (f32.const 96)) (f32.const 1e-8))))))
      (local.set $i (i32.const 0))
      (loop $write
        (local.set $v (f32x4.add
          (f32x4.mul
            (f32x4.mul (v128.load (i32.add (local.get $pieces) (local.get $i))) (local.get $factor))
            (v128.load (i32.add (local.get $scale) (local.get $i))))
          (v128.load (i32.add (local.get $shift) (local.get $i)))))
        (if (local.get $residual) (then
          (local.set $v (f32x4.add (local.get $v) (v128.load (i32.add (local.get $residual) (local.get $i)))))))
        (v128.store (i32.add (local.get $out) (local.get $i)) (local.get $v))
        (br_if $write (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 384))))
      (local.set $pieces (i32.add (local.get $pieces) (i32.const 1152)))
      (local.set $out (i32.add (local.get $out) (i32.const 384)))
      (if (local.get $residual) (then (local.set $residual (i32.add (local.get $residual) (i32.const 384)))))
      (br_if $eachRow (i32.gt_s (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))) (i32.const 0)))))

  ;; First of the layers, from products kept with each form: places holds rows+2 byte offsets, of which the first and
  ;; the last stand for the edges; out[i] = bias + first[places[i]] + second[places[i+1]] + third[places[i+2]], the
  ;; three being 288 numbers each, one after the other from the place.
  (func (export "gatherWindows")
    (param $places i32) (param $rows i32) (param $bias i32) (param $out i32)
    (local $i i32) (local $first i32) (local $second i32) (local $third i32)
    (loop $eachRow
      (local.set $first (i32.load (local.get $places)))
      (local.set $second (i32.add (i32.load offset=4 (local.get $places)) (i32.const 1152)))
      (local.set $third (i32.add (i32.load offset=8 (local.get $places)) (i32.const 2304)))
      (local.set $i (i32.const 0))
      (loop $numbers
        (v128.store (i32.add (local.get $out) (local.get $i))
          (f32x4.add
            (f32x4.add
              (v128.load (i32.add (local.get $bias) (local.get $i)))
              (v128.load (i32.add (local.get $first) (local.get $i))))
            (f32x4.add
              (v128.load (i32.add (local.get $second) (local.get $i)))
              (v128.load (i32.add (local.get $third) (local.get $i))))))
        (br_if $numbers (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 1152))))
      (local.set $places (i32.add (local.get $places) (i32.const 4)))
      (local.set $out (i32.add (local.get $out) (i32.const 1152)))
      (br_if $eachRow (i32.gt_s (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))) (i32.const 0)))))

  ;; A convolution over windows of three rows, two output rows at a time (Winograd's F(2,3)): of rows x0 x1 x2 x3 of
  ;; 96 numbers, the first row of a pair being x0, x0-x2, x1+x2, x2-x1 and x1-x3 go to the four matrices at out,
  ;; which lie apart bytes from each other. Pairs begin at every second row.
  (func (export "splitWindows")
    (param $x i32) (param $pairs i32) (param $out i32) (param $apart i32)
    (local $i i32) (local $x1 v128) (local $x2 v128) (local $from i32) (local $to i32)
    (loop $eachPair
      (local.set $i (i32.const 0))
      (loop $numbers
        (local.set $from (i32.add (local.get $x) (local.get $i)))
        (local.set $to (i32.add (local.get $out) (local.get $i)))
        (local.set $x1 (v128.load offset=384 (local.get $from)))
        (local.set $x2 (v128.load offset=768 (local.get $from)))
        (v128.store (local.get $to) (f32x4.sub (v128.load (local.get $from)) (local.get $x2)))
        (local.set $to (i32.add (local.get $to) (local.get $apart)))
        (v128.store (local.get $to) (f32x4.add (local.get $x1) (local.get $x2)))
        (local.set $to (i32.add (local.get $to) (local.get $apart)))
        (v128.store (local.get $to) (f32x4.sub (local.get $x2) (local.get $x1)))
        (local.set $to (i32.add (local.get $to) (local.get $apart)))
        (v128.store (local.get $to) (f32x4.sub (local.get $x1) (v128.load offset=1152 (local.get $from))))
        (br_if $numbers (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 384))))
      (local.set $x (i32.add (local.get $x) (i32.const 768)))
      (local.set $out (i32.add (local.get $out) (i32.const 384)))
      (br_if $eachPair (i32.gt_s (local.tee $pairs (i32.sub (local.get $pairs) (i32.const 1))) (i32.const 0)))))

  ;; The other end of the same: products m1 m2 m3 m4 of 288 numbers become rows m1+m2+m3 and m2-m3-m4.
  (func (export "joinWindows")
    (param $m i32) (param $pairs i32) (param $apart i32) (param $out i32)
    (local $i i32) (local $m2 v128) (local $m3 v128) (local $from i32) (local $to i32)
    (loop $eachPair
      (local.set $i (i32.const 0))
      (loop $numbers
        (local.set $from (i32.add (local.get $m) (local.get $i)))
        (local.set $to (i32.add (local.get $out) (local.get $i)))
        (local.set $m2 (v128.load (i32.add (local.get $from) (local.get $apart))))
        (local.set $m3 (v128.load (i32.add (local.get $from) (i32.shl (local.get $apart) (i32.const 1)))))
        (v128.store (local.get $to)
          (f32x4.add (f32x4.add (v128.load (local.get $from)) (local.get $m2)) (local.get $m3)))
        (v128.store offset=1152 (local.get $to)
          (f32x4.sub (f32x4.sub (local.get $m2) (local.get $m3))
            (v128.load (i32.add (local.get $from) (i32.mul (local.get $apart) (i32.const 3))))))
        (br_if $numbers (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 1152))))
      (local.set $m (i32.add (local.get $m) (i32.const 1152)))
      (local.set $out (i32.add (local.get $out) (i32.const 2304)))
      (br_if $eachPair (i32.gt_s (local.tee $pairs (i32.sub (local.get $pairs) (i32.const 1))) (i32.const 0)))))

  ;; Scores of a parser state. features points to count byte offsets of vectors of 128 numbers; their sum plus
  ;; bias gives two pieces of 64, the greater of which is the hidden vector; scores[j] = upperBias[j] + sum over
  ;; q < 64 of hidden[q] * upper[q][j]. columns is a multiple of 16; upper's rows are columns long.
  (func (export "scoreState")
    (param $features i32) (param $count i32) (param $bias i32) (param $upper i32) (param $upperBias i32)
    (param $columns i32) (param $hidden i32) (param $scores i32)
    (local $i i32) (local $f i32) (local $from i32) (local $lower v128) (local $higher v128) (local $x v128)
    (local $j i32) (local $w i32) (local $rowBytes i32) (local $q i32)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local.set $count (i32.shl (local.get $count) (i32.const 2)))
    (loop $units
      (local.set $lower (v128.load (i32.add (local.get $bias) (local.get $i))))
      (local.set $higher (v128.load offset=256 (i32.add (local.get $bias) (local.get $i))))
      (local.set $f (i32.const 0))
      (loop $eachFeature
        (local.set $from (i32.add (i32.load (i32.add (local.get $features) (local.get $f))) (local.get $i)))
        (local.set $lower (f32x4.add (local.get $lower) (v128.load (local.get $from))))
        (local.set $higher (f32x4.add (local.get $higher) (v128.load offset=256 (local.get $from))))
        (br_if $eachFeature (i32.lt_u (local.tee $f (i32.add (local.get $f) (i32.const 4))) (local.get $count))))
      (v128.store (i32.add (local.get $hidden) (local.get $i)) (f32x4.max (local.get $lower) (local.get $higher)))
      (br_if $units (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 256))))
    (local.set $rowBytes (i32.shl (local.get $columns) (i32.const 2)))
    (loop $columnBlocks
      (local.set $w (i32.add (local.get $upper) (local.get $j)))
      (local.set $s0 (v128.load offset=0 (i32.add (local.get $upperBias) (local.get $j))))
      (local.set $s1 (v128.load offset=16 (i32.add (local.get $upperBias) (local.get $j))))
      (local.set $s2 (v128.load offset=32 (i32.add (local.get $upperBias) (local.get $j))))
      (local.set $s3 (v128.load offset=48 (i32.add (local.get $upperBias) (local.get $j))))
      (local.set $q (i32.const 0))
      (loop $depth
        (local.set $x (v128.load32_splat (i32.add (local.get $hidden) (local.get $q))))
        (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $x) (v128.load offset=0 (local.get $w)))))
        (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $x) (v128.load offset=16 (local.get $w)))))
        (local.set $s2 (f32x4.add (local.get $s2) (f32x4.mul (local.get $x) (v128.load offset=32 (local.get $w)))))
        (local.set $s3 (f32x4.add (local.get $s3) (f32x4.mul (local.get $x) (v128.load offset=48 (local.get $w)))))
        (local.set $w (i32.add (local.get $w) (local.get $rowBytes)))
        (br_if $depth (i32.lt_u (local.tee $q (i32.add (local.get $q) (i32.const 4))) (i32.const 256))))
      (v128.store offset=0 (i32.add (local.get $scores) (local.get $j)) (local.get $s0))
      (v128.store offset=16 (i32.add (local.get $scores) (local.get $j)) (local.get $s1))
      (v128.store offset=32 (i32.add (local.get $scores) (local.get $j)) (local.get $s2))
      (v128.store offset=48 (i32.add (local.get $scores) (local.get $j)) (local.get $s3))
      (br_if $columnBlocks (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 64))) (local.get $rowBytes)))))
)
