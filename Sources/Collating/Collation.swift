import CasusCore
import Treaties
