using System.Text;
using Participatie.Surveys.Answering;
using Microsoft.EntityFrameworkCore;
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
    public async Task<IReadOnlyList<ReleasedText>> ReadAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var released = await (
            from answer in context.ReleasedAnswers
            join response in context.Responses
                on new { answer.ConsultationId, Id = answer.ResponseId } equals new { response.ConsultationId, response.Id }
            where answer.ConsultationId == consultationId && response.State == ResponseState.Counted
            orderby answer.ResponseId
            select new { Question = answer.QuestionId, response.Id, response.Channel, response.Organisation, response.Document })
                .ToListAsync(cancellationToken);
        return [.. from row in released
            let written = AnswersDocument.WordsIn(Encoding.UTF8.GetBytes(row.Document), row.Question)
            where written is not null
            select new ReleasedText(
                row.Question, Populations.Of(row.Channel, row.Organisation), new Passage(written.Text, written.Language))
            {
                Response = Convert.ToHexStringLower(row.Id),
            }];
    }
}
