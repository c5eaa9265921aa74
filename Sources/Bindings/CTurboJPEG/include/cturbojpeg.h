#pragma once
// The TurboJPEG API as it is: plain functions, no variadics; its longjmp stays inside the library.
#include <turbojpeg.h>
