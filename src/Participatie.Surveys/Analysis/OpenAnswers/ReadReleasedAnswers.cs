using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>An answer for the public page.</summary>
public sealed record ReleasedText(string Question, Population Population, Passage Text)
{
    /// <summary>Of its response, in small hexadecimal; empty where nobody asks.</summary>
    public string Response { get; init; } = "";
}

/// <summary>Reads what staff released. A withdrawn answer is gone from here at once.</summary>
public sealed class ReadReleasedAnswers(Database database)
{
    /// <summary>Of the answers that are read in one statement.</summary>
    internal int AtATime { get; init; } = 200;

    public async Task<IReadOnlyList<ReleasedText>> ReadAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var released = await Rows(context, consultationId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. released.Select(TextOf).OfType<ReleasedText>()];
    }

    /// <summary>
    /// For a file that is given away: question by question, and of each in the order of their first letters. In the order of the responses
    /// what one person wrote at two questions would stand at the same place twice. Of each only a key is kept, so a file of many needs hardly
    /// more memory than one of few, and nothing is held in the database while somebody reads slowly.
    /// </summary>
    public async IAsyncEnumerable<ReleasedText> InOrderOfWordsAsync(
        int consultationId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var context = database.NewContext();
        var questions = await context.ReleasedAnswers.Where(answer => answer.ConsultationId == consultationId)
            .Select(answer => answer.QuestionId).Distinct().ToListAsync(cancellationToken);
        foreach (var question in questions.Order(StringComparer.Ordinal))
        {
            var ofQuestion = Rows(context, consultationId).Where(row => row.Question == question);
            var keys = new List<((ulong, ulong) Place, byte[] Id)>();
            await foreach (var row in ofQuestion.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (TextOf(row) is { } text)
                    keys.Add((PlaceOf(text), row.Id));
            }

            keys.Sort(static (one, other) => one.Place.CompareTo(other.Place));
            foreach (var part in keys.Chunk(AtATime))
            {
                var ids = part.Select(key => key.Id).ToList();
                var rows = await ofQuestion.Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
                foreach (var text in rows.Select(TextOf).OfType<ReleasedText>().OrderBy(PlaceOf))
                    yield return text;
            }
        }
    }

    private static IQueryable<ReleasedRow> Rows(ParticipatieDb context, int consultationId) =>
        from answer in context.ReleasedAnswers
        join response in context.Responses
            on new { answer.ConsultationId, Id = answer.ResponseId } equals new { response.ConsultationId, response.Id }
        where answer.ConsultationId == consultationId && response.State == ResponseState.Counted
        select new ReleasedRow
        {
            Question = answer.QuestionId,
            Id = response.Id,
            Channel = response.Channel,
            Organisation = response.Organisation,
            Document = response.Document,
        };

    private static ReleasedText? TextOf(ReleasedRow row) =>
        AnswersDocument.WordsIn(Encoding.UTF8.GetBytes(row.Document), row.Question) is { } written
            ? new ReleasedText(row.Question, Populations.Of(row.Channel, row.Organisation), new Passage(written.Text, written.Language))
            {
                Response = Convert.ToHexStringLower(row.Id),
            }
            : null;

    /// <summary>Its first letters, and among those that begin alike one that says nothing: alike are then only the same words.</summary>
    private static (ulong, ulong) PlaceOf(ReleasedText text)
    {
        Span<byte> begin = stackalloc byte[sizeof(ulong)];
        Encoding.UTF8.TryGetBytes(text.Text.Text.AsSpan(0, Math.Min(text.Text.Text.Length, 2)), begin, out _);
        var whole = SHA256.HashData(Encoding.UTF8.GetBytes($"{text.Text.Language}\n{text.Text.Text}"));
        return (BinaryPrimitives.ReadUInt64BigEndian(begin), BinaryPrimitives.ReadUInt64BigEndian(whole));
    }

    private sealed class ReleasedRow
    {
        public required string Question { get; init; }

        public required byte[] Id { get; init; }

        public required ResponseChannel Channel { get; init; }

        public required bool Organisation { get; init; }

        public required string Document { get; init; }
    }
}
