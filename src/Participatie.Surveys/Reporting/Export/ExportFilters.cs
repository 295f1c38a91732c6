using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Which responses are rows. Columns and codes stay as they are without any filter.</summary>
public sealed record ExportFilters
{
    /// <summary>As the command line and the audit log name them.</summary>
    private static readonly string[] Channels = ["open", "brief", "papier"];

    public static ExportFilters None { get; } = new();

    public int? Version { get; init; }

    public ResponseChannel? Channel { get; init; }

    /// <summary>True: on behalf of organisations only; false: residents only.</summary>
    public bool? Organisation { get; init; }

    /// <summary>The first day on which it was handed in.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last one.</summary>
    public DateOnly? Until { get; init; }

    public static string NameOf(ResponseChannel channel) => Channels[(int)channel];

    /// <returns>Null when it is no channel.</returns>
    public static ResponseChannel? ChannelOf(string name) =>
        Array.IndexOf(Channels, name) is >= 0 and var at ? (ResponseChannel)at : null;

    /// <summary>In words, for the audit log and for whoever opens the file.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        if (Version is { } version)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"versie {version}"));
        }

        if (Channel is { } channel)
        {
            parts.Add($"kanaal {NameOf(channel)}");
        }

        if (Organisation is { } organisation)
        {
            parts.Add(organisation ? "alleen organisaties" : "alleen inwoners");
        }

        if (From is { } from)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"vanaf {from:yyyy-MM-dd}"));
        }

        if (Until is { } until)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"tot en met {until:yyyy-MM-dd}"));
        }

        return parts.Count == 0 ? "alles" : string.Join(", ", parts);
    }

    /// <param name="consultationId">Of which consultation.</param>
    /// <param name="lastVersion">The newest one that is known.</param>
    internal ResponseSelection Of(int consultationId, int lastVersion) => new()
    {
        ConsultationId = consultationId,
        LastVersion = lastVersion,
        // Counted or not makes no difference to what somebody said.
        States = [ResponseState.Queued, ResponseState.Counted],
        Version = Version,
        Channel = Channel,
        Organisation = Organisation,
        // A day begins at midnight in the Netherlands, which is a whole hour.
        FromHour = From is { } from ? HourOf(Amsterdam.StartOf(from)) : null,
        BeforeHour = Until is { } until ? HourOf(Amsterdam.EndOf(until)) : null,
    };

    private static long HourOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 3600;
}
