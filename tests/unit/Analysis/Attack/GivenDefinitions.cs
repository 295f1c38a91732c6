using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>
/// Random definitions of one consultation in one or two versions, with conditions on opinions and on what is about the person.
/// </summary>
internal static class GivenDefinitions
{
    public static List<Consultation> Draw(Dice dice)
    {
        var first = First(dice);
        return dice.OneIn(3) ? [first, Next(first, dice)] : [first];
    }

    private static Consultation First(Dice dice)
    {
        var given = new GivenConsultation()
            .But(frame => frame with { Results = ResultsMoment.WhileOpen, Invitation = InvitationRule.Optional, Organisations = true })
            .WithChoice("keuze", "a", "b", "c", "d").Where(Perhaps)
            .WithYesNo("gevolg").ShownWhen("keuze", dice.OneIn(2) ? ["b"] : ["a", "c"]).Where(Perhaps)
            .WithChoices("meer", "k", "l", "m", "n").Where(
                question =>
                    Perhaps((ChoicesQuestion)question with { AtMost = dice.One<int?>([null, 1, 2, 3]) })).Where(question =>
                        Special((ChoicesQuestion)question))
            .WithOpen("waarom").ShownWhen("meer", dice.OneIn(2) ? ["k"] : ["k", "l"]);
        given = dice.OneIn(2)
            ? given.WithRanking("volgorde", "p", "q", "r", "s", "t").Where(Perhaps).WithNumber("keer", 0, 9).ShownWhen("volgorde", "p")
                .Where(Perhaps)
            : given.WithNumber("keer", 0, 9).Where(Perhaps);
        given = dice.OneIn(2)
            ? given.WithStatements("vind", "x", "y").Where(Perhaps)
            : given.WithBudget("geld", 100, 10, "u", "v").Where(Perhaps);
        // A thousand bands are slow to draw.
        given = dice.OneIn(8)
            ? given.WithNumber("inkomen", 0, 4001).Where(Perhaps)
                .Where(question => question with { Why = dice.OneIn(2) ? question.Why : GivenConsultation.Words("Omdat") })
            : given;
        given = dice.OneIn(4) ? given : given.WithPlace();
        given = dice.OneIn(4)
            ? given.WithYesNo("dorp").ShownWhen(dice.OneIn(2) ? "keuze" : "gevolg", dice.OneIn(2) ? "a" : "ja").Where(Perhaps)
            : given;
        return given.WithAge().Build();

        // "None of these", and a line of text beside a choice.
        Question Special(ChoicesQuestion question)
        {
            var (exclusive, other) = (dice.OneIn(2), dice.OneIn(4));
            return question with
            {
                Offered =
                [
                    .. question.Offered.Select(
                        choice => choice with { Exclusive = exclusive && choice.Id == "n", Other = other && choice.Id == "m" })
                ],
            };
        }

        Question Perhaps(Question question) => question with
        {
            Required = dice.OneIn(3),
            DontKnow = dice.OneIn(2),
            RatherNot = dice.OneIn(4),
            Why = dice.OneIn(5) ? GivenConsultation.Words("Omdat") : null,
        };
    }

    // Without a question, with a new one, with another condition, or with one that is about the person now.
    private static Consultation Next(Consultation first, Dice dice)
    {
        var depended = first.Questions.Select(question => question.ShowWhen?.Question).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var free = first.Questions.Where(question => !depended.Contains(question.Id)).ToList();
        var gone = dice.One(free);
        var marked = dice.One(first.Questions);
        var questions = dice.Below(4) switch
        {
            0 => first.Questions.Where(question => question != gone),
            1 =>
                [
                    .. first.Questions.Take(1),
                    new YesNoQuestion { Id = "nieuw", Text = GivenConsultation.Words("nieuw") },
                    .. first.Questions.Skip(1),
                ],
            2 =>
                first.Questions.Select(
                    question =>
                        question.Id == "gevolg"
                            ? question with { ShowWhen = dice.OneIn(2) ? null : new Condition("keuze", ["d"]) }
                            : question),
            _ =>
                first.Questions.Select(
                    question => question == marked ? question with { Why = GivenConsultation.Words("Omdat") } : question),
        };
        return first with { Questions = [.. questions] };
    }
}
