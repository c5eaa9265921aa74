#pragma once
// Tesseract's C interface as it is, and one function: the cancel callback must count processor time
// in C, since the monitor is a C++ object that calls back in the middle of its own frames.
#include <stdint.h>
#include <tesseract/capi.h>

/// Reads the image that was set (TessBaseAPIRecognize); 0 read, 1 out of processor time, 2 failed.
///
/// The budget counts CLOCK_PROCESS_CPUTIME_ID from the call on and is looked at before each line.
int ctesseract_recognize(TessBaseAPI *engine, double cpu_seconds);
