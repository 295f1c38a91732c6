using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.FormParts;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.ReadingAloud;

/// <summary>
/// The text of a question page, passage by passage as it stands on screen. The page tests hold it against the page of every question:
/// the recording says what is seen, nothing else.
/// </summary>
internal sealed class SpokenQuestion
{
    private readonly List<Passage> _passages = [];
    private readonly Asked _asked;
    private readonly InterfaceWords _words;
    private readonly Prompt _prompt;

    private SpokenQuestion(Asked asked, InterfaceWords words)
    {
        (_asked, _words) = (asked, words);
        _prompt = Prompt.For(asked.Question, words.Language);
    }

    /// <param name="asked">The question, at its step.</param>
    /// <param name="number">As the page shows it; 0 for none.</param>
    /// <param name="total">Of all questions.</param>
    /// <param name="words">The language of the page.</param>
    public static IReadOnlyList<Passage> Of(Asked asked, int number, int total, InterfaceWords words)
    {
        var spoken = new SpokenQuestion(asked, words);
        if (asked.Problems.Count > 0)
        {
            spoken.Say(words["form.error.heading"]);
            foreach (var problem in asked.Problems)
            {
                spoken.Say(problem.Message);
            }
        }

        if (number > 0)
        {
            spoken.Say(words.Format("form.progress", number, total));
        }

        spoken.SayQuestion();
        return spoken._passages;
    }

    private void SayQuestion()
    {
        switch (_asked.Question)
        {
            case OneOfQuestion question:
                SayPrompt(_prompt);
                SayAll(question is IRotates rotates ? Rotation.Order(rotates, _asked.Rotation) : question.Choices);
                SayWaysOut(question);
                break;
            case ChoicesQuestion question:
                SayPrompt(question is { Help: null, AtMost: { } most }
                    ? _prompt with { Help = new Passage(_words.Format("question.at-most", most), _words.Language) }
                    : _prompt);
                SayAll(Rotation.Order(question, _asked.Rotation));
                break;
            case RankingQuestion question:
                SayRanking(question, (_asked.Answer as Ranked)?.Choices ?? []);
                break;
            case StatementsQuestion question:
                Say(_prompt.Text);
                Say(_words.Format("question.statement", _asked.Step, question.Statements.Count));
                SayPrompt(_prompt with { Text = question.Statements[_asked.Step - 1].Text.In(_words.Language) });
                SayAll(StatementsQuestion.Judgements);
                break;
            case BudgetQuestion question:
                SayPrompt(_prompt);
                Say($"{_words.Format("question.divide", _words.Number(question.Total))} {question.Unit.For(question.Total).In(_words.Language).Text}.");
                SayAll(Rotation.Order(question, _asked.Rotation));
                break;
            case InformationQuestion question:
                Say(_prompt.Text);
                SayLines(question.Body.In(_words.Language));
                break;
            default:
                SayPrompt(_prompt);
                break;
        }
    }

    private void SayRanking(RankingQuestion question, IReadOnlyList<string> chosen)
    {
        if (_asked.Step == Steps.OrderStep(question))
        {
            Say(_words["question.order"]);
            Say(_prompt.Text);
            SayAll(chosen.Select(id => question.Offered.First(choice => choice.Id == id)));
            Say(_words["question.rank-again"]);
            return;
        }

        var before = chosen.Take(_asked.Step - 1).ToList();
        if (_asked.Step > 1)
        {
            Say(_prompt.Text);
            Say(_words["question.chosen"]);
            SayAll(before.Select(id => question.Offered.First(choice => choice.Id == id)));
        }

        Say(_words.Format("question.place", _asked.Step, question.Places));
        if (_asked.Step > 1)
        {
            Say(_words["question.next-place"]);
        }
        else
        {
            SayPrompt(_prompt);
        }

        SayAll(Rotation.Order(question, _asked.Rotation).Where(choice => !before.Contains(choice.Id, StringComparer.Ordinal)));
    }

    private void SayPrompt(Prompt prompt)
    {
        Say(prompt.Text);
        if (prompt.Help is { } help)
        {
            Say(help);
        }
    }

    private void SayWaysOut(Question question)
    {
        if (!question.DontKnow && !question.RatherNot)
        {
            return;
        }

        Say(_words["form.or"]);
        if (question.DontKnow)
        {
            Say(_words["answer.dontknow"]);
        }

        if (question.RatherNot)
        {
            Say(_words["answer.rathernot"]);
        }
    }

    private void SayAll(IEnumerable<Choice> choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Exclusive)
            {
                Say(_words["form.or.only"]);
            }

            Say(choice.Text.In(_words.Language));
            if (choice.Other)
            {
                Say(_words.Format("question.other", choice.Text.In(_words.Language).Text));
            }
        }
    }

    private void SayLines(Passage passage)
    {
        foreach (var line in passage.Text.Split('\n'))
        {
            Say(passage with { Text = line });
        }
    }

    private void Say(string text) => Say(new Passage(text, _words.Language));

    private void Say(Passage passage)
    {
        if (!string.IsNullOrWhiteSpace(passage.Text))
        {
            _passages.Add(passage);
        }
    }
}
