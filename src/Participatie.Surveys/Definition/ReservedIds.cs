using System.Collections.Frozen;

namespace Participatie.Surveys.Definition;

/// <summary>Ids that a definition may not use, because the product says something with them itself in a file of answers.</summary>
public static class ReservedIds
{
    /// <summary>Columns that stand beside the questions in every export.</summary>
    public static readonly FrozenSet<string> Questions = FrozenSet.Create(
        StringComparer.Ordinal, "response", "version", "received", "language", "channel", "organisation", "status");

    /// <summary>Codes for an answer that is not there.</summary>
    public static readonly FrozenSet<string> Choices = FrozenSet.Create(
        StringComparer.Ordinal, "skipped", "not-shown", "dont-know", "dontknow", "rather-not", "rathernot");
}
