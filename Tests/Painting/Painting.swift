public import Imaging
