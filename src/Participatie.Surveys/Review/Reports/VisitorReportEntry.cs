namespace Participatie.Surveys.Review.Reports;

/// <summary>What a visitor wrote about the site, as it came in. What was done about it stands in <see cref="ReportEvent"/>s.</summary>
public sealed class VisitorReportEntry
{
    /// <summary>1, 2, 3, ….</summary>
    public required int Number { get; init; }

    /// <summary>Of the code with which the reporter follows it.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>Path of the page that the reporter came from; empty when that is not known.</summary>
    public required string Page { get; init; }

    /// <summary>In which the reporter read, and with which settings of the site.</summary>
    public required string Language { get; init; }

    public required string Settings { get; init; }

    /// <summary>As typed; taken out after <see cref="ForgetOn"/> of what was no report.</summary>
    public required string Text { get; set; }

    /// <summary>Empty when nobody may call, and after <see cref="ForgetOn"/>.</summary>
    public required string Phone { get; set; }

    /// <inheritdoc cref="Phone"/>
    public required string Mail { get; set; }

    /// <summary>The <see cref="Findings.FindingSubject"/>.</summary>
    public required short Subject { get; set; }

    /// <summary>The <see cref="ReportState"/>: what follows from the events, kept so that a long list can be searched.</summary>
    public required short State { get; set; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>: by which somebody waits for an answer, or for what was promised.</summary>
    public required int DueOn { get; set; }

    /// <summary>The same: then telephone number and mail address are taken out.</summary>
    public required int ForgetOn { get; init; }
}
