using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Analysis;

public static class Populations
{
    /// <summary>
    /// Paper forms lie where everybody can take one, so they are counted with the open link; an organisation is one whatever way it came
    /// in.
    /// </summary>
    public static Population Of(ResponseChannel channel, bool organisation) =>
        organisation ? Population.Organisation : channel is ResponseChannel.Letter ? Population.Invited : Population.Open;
}
