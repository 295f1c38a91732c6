namespace Participatie.Web;

/// <content>What members of the council see. Who has the address comes in: it is a secret.</content>
public static partial class Addresses
{
    /// <summary>Every page of a member of the council begins like this. What stands behind it is a secret.</summary>
    public const string Council = "/adviesraad/";

    /// <summary>Where a member asks for a new link, or sees all rounds after signing in.</summary>
    public const string CouncilStart = "/adviesraad";

    /// <summary>Where a member signs in with a passkey.</summary>
    public const string CouncilSignIn = Council + "inloggen";

    /// <summary>What a member of the council sees. Whoever has the address comes in: it is a secret.</summary>
    public static string Member(string token) => Council + token;

    public static string MemberRound(string token) => $"{Member(token)}/ronde";

    /// <summary>Where a member writes down what hinders.</summary>
    public static string MemberReport(string token) => $"{Member(token)}/melden";

    public static string MemberReportFrom(string token, string page) =>
        $"{MemberReport(token)}?pagina={Uri.EscapeDataString(page)}";

    public static string MemberGoesWell(string token) => $"{Member(token)}/goed";

    /// <summary>Where a member makes a passkey.</summary>
    public static string MemberKey(string token) => $"{Member(token)}/sleutel";

    public static string MemberFinding(string token, int number) => Numbered($"{Member(token)}/punt/", number);

    /// <summary>Where a member of the council advises.</summary>
    public static string MemberAdvice(string token) => $"{Member(token)}/advies";

    /// <summary>What lies before the council at its next meeting.</summary>
    public static string MemberMeeting(string token) => Member(token) + MeetingPath;

    public static string MemberMeetingFile(string token) => MemberMeeting(token) + MeetingFileName;

    public static partial class Patterns
    {
        public const string Member = Council + "{member:preview}";
        public const string MemberRound = Member + "/ronde";
        public const string MemberReport = Member + "/melden";
        public const string MemberAdvice = Member + "/advies";
        public const string MemberMeeting = Member + MeetingPath;
        public const string MemberMeetingFile = MemberMeeting + MeetingFileName;
        public const string MemberGoesWell = Member + "/goed";
        public const string MemberKey = Member + "/sleutel";
        public const string MemberFinding = Member + "/punt/{number:int:min(1)}";
    }
}
