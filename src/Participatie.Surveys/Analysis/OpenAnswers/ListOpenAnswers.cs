using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>What somebody wrote.</summary>
/// <param name="ResponseId">Whose; random.</param>
/// <param name="Population">Where it is counted.</param>
/// <param name="Text">The words, as they were typed.</param>
/// <param name="Language">Tag of the language of the page that they were typed on.</param>
/// <param name="IsReleased">Whether it stands on the public page.</param>
public sealed record OpenAnswer(byte[] ResponseId, Population Population, string Text, string Language, bool IsReleased);

/// <summary>Which of them are listed.</summary>
public enum OpenAnswersShown
{
    All,
    Released,
    Hidden,

    /// <summary>In which <see cref="FindPersonalData"/> marks something.</summary>
    WithPersonalData,
}

/// <summary>A part of a list of open answers.</summary>
public sealed record OpenAnswersRequest
{
    public required int ConsultationId { get; init; }

    /// <summary>A question that takes words.</summary>
    public required string QuestionId { get; init; }

    /// <summary>The id of the last one of the page before; empty: from the beginning.</summary>
    public byte[] After { get; init; } = [];

    /// <summary>How many.</summary>
    public required int Most { get; init; }

    /// <summary>The id of the response that is meant; null for all.</summary>
    public byte[]? Only { get; init; }

    public OpenAnswersShown Shown { get; init; }

    /// <summary>Words that stand in it, whatever their capitals; empty for all.</summary>
    public string Search { get; init; } = "";
}

/// <summary>Lists what people wrote, for staff, a page at a time along the random ids.</summary>
public sealed class ListOpenAnswers(Database database, Catalogue catalogue)
{
    /// <summary>Of rows that are read at once: a filter may pass over many.</summary>
    private const int Rows = 2000;

    /// <summary>A shorter one stands in most documents, and looking for it costs more than it saves.</summary>
    private const int ShortestPart = 3;

    private const string Released =
        "SELECT response_id FROM released_answers WHERE consultation_id = @consultation AND question_id = @question";

    public async Task<IReadOnlyList<OpenAnswer>> ListAsync(OpenAnswersRequest request, CancellationToken cancellationToken)
    {
        var found = new List<OpenAnswer>();
        var versions = new Dictionary<int, bool>();
        for (var after = request.After; ;)
        {
            var rows = await ReadAsync(request, after, cancellationToken);
            foreach (var row in rows)
            {
                after = row.Id;
                if (!TakesWords(request, row.Version, versions)
                    || AnswersDocument.WordsIn(row.Document, request.QuestionId) is not { } written
                    || !IsAsked(request, written.Text))
                    continue;
                found.Add(
                    new OpenAnswer(row.Id, Populations.Of(row.Channel, row.Organisation), written.Text, written.Language, row.IsReleased));
                if (found.Count == request.Most)
                    return found;
            }

            if (rows.Count < Rows)
                return found;
        }
    }

    private static bool IsAsked(OpenAnswersRequest request, string text) =>
        (request.Search.Length == 0 || text.Contains(request.Search, StringComparison.OrdinalIgnoreCase))
        && (request.Shown != OpenAnswersShown.WithPersonalData || FindPersonalData.In(text).Count > 0);

    private bool TakesWords(OpenAnswersRequest request, int version, Dictionary<int, bool> known)
    {
        if (!known.TryGetValue(version, out var takes))
        {
            takes = catalogue.Version(request.ConsultationId, version)?.Definition.Find(request.QuestionId) is { TakesWords: true };
            known[version] = takes;
        }

        return takes;
    }

    /// <summary>
    /// The longest part of what is searched for that stands in a stored document as it was typed, small or capital: letters and digits of
    /// ASCII are never escaped there, and every database knows their capitals.
    /// </summary>
    private static string PlainPart(string search)
    {
        var (longest, begin) = ("", 0);
        for (var at = 0; at <= search.Length; at++)
        {
            if (at < search.Length && (char.IsAsciiLetterOrDigit(search[at]) || search[at] == ' '))
                continue;
            if (at - begin > longest.Length)
                longest = search[begin..at];
            begin = at + 1;
        }

        return longest.Length < ShortestPart ? "" : longest.ToLowerInvariant();
    }

    private async Task<List<(
        byte[] Id, int Version, ResponseChannel Channel, bool Organisation, byte[] Document, bool IsReleased)>> ReadAsync(
        OpenAnswersRequest request, byte[] after, CancellationToken cancellationToken)
    {
        var part = PlainPart(request.Search);
        return await database.ReadAsync(
            $"""
            SELECT r.id, r.version, r.channel, r.organisation, r.document, a.response_id
            FROM responses r
            LEFT JOIN released_answers a ON a.consultation_id = r.consultation_id AND a.response_id = r.id AND a.question_id = @question
            WHERE r.consultation_id = @consultation AND r.id > @after AND r.state = @counted
                {(request.Only is null ? "" : "AND r.id = @only")}
                {request.Shown switch
                {
                    // Few of many: they are looked up, not found on the way.
                    OpenAnswersShown.Released => $"AND r.id IN ({Released})",
                    OpenAnswersShown.Hidden => "AND a.response_id IS NULL",
                    _ => "",
                }}
                {(part.Length == 0 ? "" : database.IsSqlite ? "AND r.document LIKE @part" : "AND position(@part in lower(r.document)) > 0")}
                AND {Holds("r.document", "@member")}
            ORDER BY r.id LIMIT @most
            """,
            row => (
                row.GetFieldValue<byte[]>(0),
                row.GetInt32(1),
                (ResponseChannel)row.GetInt16(2),
                row.GetBoolean(3),
                // Its text in UTF-8, as it is read further.
                row.GetFieldValue<byte[]>(4),
                !row.IsDBNull(5)),
            cancellationToken,
            ("@question", request.QuestionId),
            // Most passed it over: their documents need not come here.
            ("@member", $"\"{request.QuestionId}\":{{"),
            // Whatever the capitals of ASCII, without a copy of the document in small letters; nothing in it is a sign of a pattern.
            ("@part", database.IsSqlite ? $"%{part}%" : part),
            ("@consultation", request.ConsultationId),
            ("@after", after),
            ("@counted", (short)ResponseState.Counted),
            ("@only", request.Only ?? []),
            ("@most", Rows));

        string Holds(string whole, string sought) =>
            database.IsSqlite ? $"instr({whole}, {sought}) > 0" : $"position({sought} in {whole}) > 0";
    }
}
