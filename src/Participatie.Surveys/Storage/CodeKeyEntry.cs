namespace Participatie.Surveys.Storage;

/// <summary>
/// Which code keys this database was used with, so that a start with another key is refused instead of losing every receipt.
/// </summary>
public sealed class CodeKeyEntry
{
    public required short Number { get; init; }

    /// <summary>A keyed hash of a fixed text: tells the right key without holding it.</summary>
    public required byte[] Proof { get; init; }
}

/// <summary>A key of the framework's data protection, as the XML that it writes.</summary>
public sealed class DataProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
