using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Kinds;

/// <summary>One statement at a step. "Geen mening" is the way out of each, so passing over is only offered for the whole.</summary>
internal sealed class StatementsAnswers : SteppedAnswerKind<StatementsQuestion, Judged>
{
    protected override Checked Check(StatementsQuestion question, Attempt attempt)
    {
        if (!Steps.MayVisit(question, attempt.Current, attempt.Step))
        {
            return attempt.Refuse("check.form");
        }

        return attempt.FilledIn.Values switch
        {
            [] => attempt.RefuseEmpty("check.choose"),
            [var id] => IsJudgement(id)
                ? new Accepted(With(question, attempt, id))
                : attempt.Refuse("check.unknown"),
            _ => attempt.Refuse("check.one"),
        };
    }

    protected override void Write(Utf8JsonWriter json, Judged answer, bool whole) => AnswerJson.WriteList(json, answer.Judgements);

    protected override Judged Read(ref Utf8JsonReader json) => new(AnswerJson.ReadList(ref json));

    protected override bool Allows(StatementsQuestion question, Judged answer) =>
        answer.Judgements.Count == question.Statements.Count
            && answer.Judgements.All(judgement => judgement is null || IsJudgement(judgement));

    protected override bool IsWhole(StatementsQuestion question, Judged answer) => !answer.Judgements.Contains(null);

    protected override int StepCount(StatementsQuestion question) => question.Statements.Count;

    protected override int OpenStep(StatementsQuestion question, Judged answer) =>
        Math.Max(answer.Judgements.ToList().IndexOf(null), 0) + 1;

    protected override bool MayVisit(StatementsQuestion question, Judged answer, int step) =>
        answer.Judgements.Take(step - 1).All(judgement => judgement is not null);

    private static bool IsJudgement(string id) => IsAmong(StatementsQuestion.Judgements, id);

    private static Judged With(StatementsQuestion question, Attempt attempt, string judgement)
    {
        var judgements = attempt.Current is Judged judged ? judged.Judgements.ToArray() : new string?[question.Statements.Count];
        judgements[attempt.Step - 1] = judgement;
        return new Judged(judgements);
    }
}
