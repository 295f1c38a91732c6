using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Web.FormParts;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>What somebody filled in to get a file, kept whatever it is.</summary>
public sealed record FilesForm
{
    public const string Format = "bestand";
    public const string Purpose = "doel";
    public const string Version = "versie";
    public const string Channel = "kanaal";
    public const string Whose = "wie";
    public const string From = "vanaf";
    public const string Until = "tot-en-met";
    public const string Separator = "teken";
    public const string All = "alle";
    public const string Residents = "inwoners";
    public const string Organisations = "organisaties";
    public const string Comma = "komma";
    public const string Semicolon = "puntkomma";

    public string FormatKey { get; init; } = "";

    public string PurposeText { get; init; } = "";

    public string VersionKey { get; init; } = All;

    public string ChannelKey { get; init; } = All;

    public string WhoseKey { get; init; } = All;

    public DayFields FromDay { get; init; } = DayFields.Nothing;

    public DayFields UntilDay { get; init; } = DayFields.Nothing;

    public string SeparatorKey { get; init; } = Comma;

    /// <summary>Whether it asks for a part of the responses.</summary>
    public bool IsFiltered => VersionKey != All || ChannelKey != All || WhoseKey != All || !FromDay.IsEmpty || !UntilDay.IsEmpty;

    public static FilesForm Of(IFormCollection form)
    {
        return new FilesForm
        {
            FormatKey = form[Format].ToString(),
            PurposeText = form[Purpose].ToString().Trim(),
            VersionKey = OrAll(Version),
            ChannelKey = OrAll(Channel),
            WhoseKey = OrAll(Whose),
            FromDay = DayFields.From(form, From),
            UntilDay = DayFields.From(form, Until),
            SeparatorKey = form[Separator].ToString(),
        };

        string OrAll(string name) => form[name].ToString() is { Length: > 0 } chosen ? chosen : All;
    }

    /// <summary>What is asked for; or, with what is wrong, nothing.</summary>
    /// <param name="slug">Of the consultation.</param>
    /// <param name="offered">The formats that this person may have.</param>
    /// <param name="who">As the audit log says people.</param>
    /// <param name="words">Of the page.</param>
    /// <param name="problems">At their fields.</param>
    public ExportRequest? Read(
        string slug, IReadOnlyList<ExportFormat> offered, string who, InterfaceWords words, out IReadOnlyList<Problem> problems)
    {
        var found = new List<Problem>();
        var format = offered.FirstOrDefault(format => format.Key == FormatKey);
        if (format is null)
            found.Add(new Problem(Format, words["staff.files.NoFormat"]));
        if (PurposeText.Length == 0)
            found.Add(new Problem(Purpose, words["staff.files.NoPurpose"]));
        else if (PurposeText.Length > ExportRequest.LongestPurpose)
            found.Add(new Problem(Purpose, words.Format("staff.files.LongPurpose", ExportRequest.LongestPurpose)));
        var (from, until) = (Day(FromDay, From), Day(UntilDay, Until));
        if (from > until)
            found.Add(new Problem(Until, words["staff.files.WrongOrder"]));
        problems = found;
        return format is null || found.Count > 0 ? null : new ExportRequest
        {
            Slug = slug,
            Format = format,
            Purpose = PurposeText,
            Who = who,
            Semicolons = SeparatorKey == Semicolon,
            Filters = new ExportFilters
            {
                Version = int.TryParse(VersionKey, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
                Channel = ExportFilters.ChannelOf(ChannelKey),
                Organisation = WhoseKey switch { Organisations => true, Residents => false, _ => null },
                From = from,
                Until = until,
            },
        };

        DateOnly? Day(DayFields typed, string name)
        {
            var day = typed.Read(words.Culture);
            if (day is null && !typed.IsEmpty)
                found.Add(new Problem(name, words["staff.refused.NotADay"]));
            return day;
        }
    }
}
