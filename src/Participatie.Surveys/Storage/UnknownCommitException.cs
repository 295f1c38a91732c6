using System.Data.Common;

namespace Participatie.Surveys.Storage;

/// <summary>
/// PostgreSQL went away while a commit was on its way: all of the work holds, or nothing of it. Only whoever can tell from the database
/// which of the two may do it again.
/// </summary>
internal sealed class UnknownCommitException(Exception broken)
    : DbException("The connection to PostgreSQL broke during a commit: whether it holds is not known.", broken);
