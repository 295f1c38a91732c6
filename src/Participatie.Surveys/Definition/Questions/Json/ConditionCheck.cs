using Participatie.Surveys.Definition.Json;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>Conditions look back, at a question with a fixed list of answers, and can be met.</summary>
internal sealed class ConditionCheck(IReadOnlyList<ReadQuestion> questions, DocumentProblems findings)
{
    public void Run()
    {
        var neverShown = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < questions.Count; i++)
        {
            if (questions[i].Question?.ShowWhen is { Question.Length: > 0 } condition)
            {
                Check(i, condition, neverShown);
            }
        }
    }

    private void Check(int index, Condition condition, HashSet<string> neverShown)
    {
        var at = Pointer.To(questions[index].At, "showWhen");
        var source = questions.Take(index).FirstOrDefault(earlier => earlier.Id == condition.Question);
        if (source is null)
        {
            findings.AddUnreadable(Pointer.To(at, ConditionJson.Question), WhyNoSource(index, condition.Question));
            neverShown.Add(questions[index].Id);
            return;
        }

        // Of a question of an unknown kind nobody knows the answers.
        if (source.Question is { } question && !IsPossible(at, question, condition))
        {
            neverShown.Add(questions[index].Id);
        }
        else if (neverShown.Contains(source.Id))
        {
            neverShown.Add(questions[index].Id);
            findings.Add(at, $"Deze vraag komt nooit aan de beurt. De vraag '{source.Id}' wordt namelijk nooit getoond.");
        }
    }

    private string WhyNoSource(int index, string id)
    {
        if (questions[index].Id == id)
        {
            return "Een vraag kan niet van zichzelf afhangen. Noem een eerdere vraag.";
        }

        return questions.Skip(index).Any(later => later.Id == id)
            ? $"De vraag {DocumentProblems.Quote(id)} komt pas later. Noem een eerdere vraag."
            : $"De vraag {DocumentProblems.Quote(id)} bestaat niet. Noem een eerdere vraag.";
    }

    /// <summary>
    /// Whether some answer meets the condition. A question has one condition, on one earlier question, so no two conditions of
    /// a chain limit the same answer: a chain can be walked as soon as each of its steps can.
    /// </summary>
    private bool IsPossible(string at, Question source, Condition condition)
    {
        if (source.ConditionChoices.Count == 0)
        {
            findings.AddUnreadable(Pointer.To(at, ConditionJson.Question), $"Van de vraag '{source.Id}' kan geen andere vraag afhangen.");
            return false;
        }

        var possible = false;
        for (var i = 0; i < condition.IsAnyOf.Count; i++)
        {
            var id = condition.IsAnyOf[i];
            var known = source.ConditionChoices.Any(choice => choice.Id == id);
            possible |= known;
            if (!known && id.Length > 0)
            {
                findings.AddUnreadable(
                    Pointer.To(Pointer.To(at, ConditionJson.IsAnyOf), i),
                    $"Het antwoord {DocumentProblems.Quote(id)} hoort niet bij de vraag '{source.Id}'.");
            }
        }

        return possible;
    }
}
