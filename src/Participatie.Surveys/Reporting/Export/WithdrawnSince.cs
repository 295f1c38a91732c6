namespace Participatie.Surveys.Reporting.Export;

/// <param name="Previous">When the same person last took a file of this consultation.</param>
/// <param name="Withdrawn">How many residents withdrew their answers since.</param>
public sealed record WithdrawnSince(DateTimeOffset Previous, long Withdrawn);
