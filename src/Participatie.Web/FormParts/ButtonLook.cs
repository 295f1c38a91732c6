namespace Participatie.Web.FormParts;

public enum ButtonLook
{
    Primary,
    Secondary,

    /// <summary>A small deed beside the main one, such as "Sla over": looks like a link.</summary>
    Plain,
}
