namespace Participatie.Surveys.Answering.Checks;

internal static class InformationCheck
{
    public static Checked Check(Attempt attempt) =>
        attempt.Way == FormActions.Next ? new Accepted(new Seen()) : attempt.Refuse("check.form");
}
