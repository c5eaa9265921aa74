#include "ctesseract.h"

#include <time.h>

typedef struct {
  double end;
  int used_up;
} budget;

static double processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool is_used_up(void *context, int words) {
  (void)words;
  budget *limit = context;
  if (processor_seconds() > limit->end) limit->used_up = 1;
  return limit->used_up != 0;
}

int ctesseract_recognize(TessBaseAPI *engine, double cpu_seconds) {
  budget limit = {processor_seconds() + cpu_seconds, 0};
  ETEXT_DESC *monitor = TessMonitorCreate();
  if (monitor == NULL) return 2;
  TessMonitorSetCancelFunc(monitor, is_used_up);
  TessMonitorSetCancelThis(monitor, &limit);
  const int status = TessBaseAPIRecognize(engine, monitor);
  TessMonitorDelete(monitor);
  if (limit.used_up) return 1;
  return status == 0 ? 0 : 2;
}
