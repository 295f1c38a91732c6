namespace Participatie.Web.Hosting;

/// <summary>
/// The operator has to mend something before the program can start. The message is the one clear sentence that says what.
/// </summary>
public sealed class WrongSettingException(string message) : Exception(message);
