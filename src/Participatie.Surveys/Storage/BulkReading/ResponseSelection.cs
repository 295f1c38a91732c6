using System.Globalization;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>Which responses of a consultation are read.</summary>
public sealed record ResponseSelection
{
    public required int ConsultationId { get; init; }

    public required IReadOnlyList<ResponseState> States { get; init; }

    /// <summary>Responses to later versions are left out; null: none is.</summary>
    public int? LastVersion { get; init; }

    public int? Version { get; init; }

    public ResponseChannel? Channel { get; init; }

    public bool? Organisation { get; init; }

    /// <summary>Whole hours since 1970, UTC.</summary>
    public long? FromHour { get; init; }

    /// <summary>The first hour that is left out.</summary>
    public long? BeforeHour { get; init; }

    // Numbers of ours only: a binary copy takes no parameters.
    internal string Condition => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        consultation_id = {ConsultationId} AND state IN ({string.Join(',', States.Select(state => (int)state))}){
            (LastVersion is { } last ? $" AND version <= {last}" : "")}{
            (Version is { } version ? $" AND version = {version}" : "")}{
            (Channel is { } channel ? $" AND channel = {(int)channel}" : "")}{
            (Organisation is { } organisation ? $" AND {(organisation ? "" : "NOT ")}organisation" : "")}{
            (FromHour is { } from ? $" AND hour >= {from}" : "")}{(BeforeHour is { } before ? $" AND hour < {before}" : "")}
        """);
}
