using System.Text.Json;
using System.Text.Json.Serialization;
using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Studies;

namespace Participatie.Surveys.Review.Statement;

/// <summary>
/// The accessibility statement: the fields of the form of the government. The form itself is filled in at the government's own
/// site and published in its register.
/// </summary>
public sealed record StatementText
{
    /// <summary>Of a line, in characters.</summary>
    public const int LongestLine = 300;

    /// <summary>Of each longer text.</summary>
    public const int LongestText = 3000;

    public const int MostFaults = 100;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public string Site { get; init; } = "";

    /// <summary>The program that the site runs on.</summary>
    public string Platform { get; init; } = "";

    public string Supplier { get; init; } = "";

    public string Organisation { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>What belongs to it and what does not.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The day of the next study; null when none is planned.</summary>
    public DateOnly? PlannedOn { get; init; }

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>What is done so that the site stays accessible.</summary>
    public string Measures { get; init; } = "";

    /// <summary>The address of the page with all sites and apps of the organisation.</summary>
    public string Overview { get; init; } = "";

    public string Mail { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>What to do when the answer does not satisfy.</summary>
    public string Complaint { get; init; } = "";

    /// <summary>A manager who answers for it.</summary>
    public string Signer { get; init; } = "";

    public string Function { get; init; } = "";

    public DateOnly? SignedOn { get; init; }

    /// <summary>Where the register has it; empty while it does not.</summary>
    public string RegisterLink { get; init; } = "";

    /// <summary>As it stands in the register.</summary>
    public ComplianceStatus? RegisterStatus { get; init; }

    /// <summary>That the rules gave when it was signed, and since which signing they give the same.</summary>
    public ComplianceStatus? Claimed { get; init; }

    public DateOnly? ClaimedSince { get; init; }

    public int NextFault => Faults.Select(fault => fault.Number).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Whether every criterion that a study does not meet has a fault that says all of it.</summary>
    public bool Describes(Study study) => SuccessCriteria.OfLaw.Where(one => study.VerdictOf(one.Id) == Verdict.Failed)
        .All(one => Faults.Any(fault => fault.Criterion == one.Id && fault.IsDescribed));

    public StatementText With(Fault fault) => this with
    {
        Faults = [.. Faults.Where(one => one.Number != fault.Number).Append(fault).OrderBy(one => one.Number)],
    };

    /// <summary>With a fault for each criterion that a study does not meet and that has none yet, in the words of the study.</summary>
    public StatementText WithFaultsOf(Study study) => SuccessCriteria.All
        .Where(one => study.VerdictOf(one.Id) == Verdict.Failed && Faults.All(fault => fault.Criterion != one.Id))
        .Aggregate(this, (text, one) => text.With(new Fault
        {
            Number = text.NextFault,
            Criterion = one.Id,
            What = study.Judgements.FirstOrDefault(said => said.Criterion == one.Id && said.Verdict == Verdict.Failed)?.Explanation ?? "",
        }));

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static StatementText Read(string document) => JsonSerializer.Deserialize<StatementText>(document, Options)!;
}
