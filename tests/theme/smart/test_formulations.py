"""SMART: many ways of saying it, hit beside near miss, each with its reason. All is invented."""

import pytest

from learnt.theme.smart import assess

TIMES = [
    ("Leads should be named by Michaelmas 2031.", True, "an old term"),
    ("The policy of Michaelmas 2019 should be rewritten.", False, "the policy's own date"),
    ("Leads should be named by midsummer 2031.", True, "a season"),
    ("Leads should be named by the start of the autumn term 2031.", True, "a school term"),
    ("Leads should be named by the end of Q3 2031/32.", True, "a quarter"),
    ("Leads should be named in the first quarter of 2031.", True, "part of a year"),
    ("Leads should visit in the first three months of a placement.", False, "part of a standard"),
    ("Leads should be named before the synod of July 2031.", True, "an event with a date"),
    ("Staff should read the guidance of July 2031.", False, "a title's date"),
    ("Ahead of the 2031-32 budget round the council should cost a post.", True, "a budget round"),
    ("The 2031-32 budget should be read again.", False, "a name, no horizon"),
    ("In the course of 2031 the council should open a hub.", True, "through a year"),
    ("By the turn of the year the council should open a hub.", True, "the turn of the year"),
    ("In the two years to March 2031 the council should open hubs.", True, "a period to a date"),
    ("In the two years before the death nobody should have waited.", False, "a period past"),
    ("By the second anniversary of the death a film should be made.", True, "an anniversary"),
    ("A hub should be open by the first Monday of June 2031.", True, "a weekday in a month"),
    ("A hub should be open no later than twelve months after this report.", True, "from now"),
    ("A visit should follow no later than two days after a referral.", False, "a standard"),
    ("A hub should be opened inside four months.", True, "inside"),
    ("A pattern is three calls inside any four-month period; it should be flagged.", False, "rule"),
    ("Within 100 days the council should open a hub.", True, "a number of days from now"),
    ("The form should reach the court within 28 days of arrest.", False, "a standard"),
    ("With effect from 1 April 2031 a card should be given out.", True, "from a date"),
    ("The card given out since 1 April 2011 should be withdrawn.", False, "since the past"),
    ("A hub should be running by Easter.", True, "a feast without a year"),
    ("A hub should be running in time for the next school year.", True, "the next year"),
    ("A hub should be running each school year.", False, "how often"),
    ("Anyone who leads a shift should be trained by 30 June 2031.", True, "a duty after 'who'"),
    ("The man who was trained by 30 June 2011 should be asked.", False, "the past after 'who'"),
    ("Over the coming year the college should print a leaflet.", True, "a period ahead"),
    ("Over the past year the college printed it; it should stop.", False, "a period past"),
    ("During 2031/32 the council should train its staff.", True, "a financial year"),
    ("The Act of 2021 should be explained to staff.", False, "a law"),
    ("May the council be told? Staff may ask; leads should answer.", False, "'may' is no month"),
    ("Leads should be named by May.", True, "May the month"),
    ("The board should follow the advice given to it in 2018.", False, "past advice"),
    ("Training should be complete in six months.", True, "completed in"),
    ("Calls should be answered in six minutes.", False, "a standard"),
    ("Staff should know of the forty-eight hours for which a notice lasts.", False, "a law's term"),
]
MEASURES = [
    ("Leads should be named. A count of leads will show headway.", True, "a count that shows"),
    ("Leads should count on help from their board.", False, "to count on"),
    ("The share of calls wrongly graded should be made known to the room.", True, "a figure told"),
    ("Staff should share calls with the room.", False, "'share' the verb"),
    ("Publish uptake by region.", True, "a figure published"),
    ("Publish the leaflet by region.", False, "no figure"),
    ("The matron will check twelve sets of notes a month.", True, "a quantity looked through"),
    ("The matron will check that the patient is alone.", False, "a check of care"),
    ("Ten files should be read by somebody from another team.", True, "passive, with a number"),
    ("Files should be read before a visit.", False, "reading as a duty"),
    ("The chair will test a handful of entries.", True, "a handful"),
    ("Calls should be re-read at random.", True, "at random"),
    ("A repeat of the staff survey will tell whether it has.", True, "a repeat"),
    ("The gaps noted in the trust's survey of 2019 should not be forgotten.", False, "a past one"),
    ("Interviews with survivors will be the test.", True, "be the test"),
    ("Drug tests should be offered to residents.", False, "tests of a person"),
    ("Leaders should model it, with the yearly survey as the gauge.", True, "as the gauge"),
    ("Alarms should be fitted as a protective measure.", False, "a measure that protects"),
    ("Success will show in fewer repeat calls.", True, "success will show"),
    ("Success stories should be shown on posters.", False, "stories"),
    ("Progress should be judged with a self-assessment score.", True, "judged with a score"),
    ("Risk should be judged with professional curiosity.", False, "risk of a person"),
    ("The council should survey its tenants at six months.", True, "survey the verb"),
    ("The council should survey the building for hidden cameras.", False, "a building"),
    ("Write the plan and tell the board what proportion is met.", True, "a proportion told"),
    ("Tell the board what happened.", False, "no figure"),
    ("A rise in self-referrals would be the sign that it works.", True, "a rise as the sign"),
    ("A rise in threats should be recorded on the form.", False, "a sign of risk"),
    ("The number of the helpline should be put on every card.", False, "a telephone number"),
    ("The number of callers should be reported.", True, "a count reported"),
    ("The page should be seen on the record, leaving an audit trail.", False, "a trail"),
    ("The lead is to examine the completion rate at each meeting.", True, "a rate examined"),
    ("Compliance will be tested by a desk-top exercise.", True, "tested by"),
    ("Boilers should be tested by an engineer.", False, "not the work's result"),
    ("View a selection of recordings to satisfy itself that it is obeyed.", True, "a selection"),
    ("View recordings of the incident before interview.", False, "evidence in a case"),
    ("The manager is to note whether this was done.", True, "whether it was done"),
    ("Staff should note whether the child was present.", False, "a fact of the case"),
    ("Pre- and post-course scores would show the change.", True, "scores"),
    ("Staff should listen to ten recordings of calls each month.", True, "a number listened to"),
]
ACTIONS = [
    ("The trust should aspire to better leadership.", False, "aspire"),
    ("Prior to May 2031 the trust should aspire to more.", False, "May is no verb"),
    ("Prior to May 2031 the trust should print a leaflet.", True, "a verb after May"),
    ("Attitudes to control should shift.", False, "nobody shifts them"),
    ("The clinic should shift its opening hours and publish them.", True, "a second verb"),
    ("It is hoped that lessons will be embedded.", False, "a hope"),
    ("It would be good if the value of a call were better known.", False, "a wish"),
    ("It is recommended that leaflets be printed.", True, "an ask"),
    ("More should be done to support men.", False, "more of what"),
    ("Two films should be made to support men.", True, "a thing made"),
    ("There needs to be a more joined-up understanding.", False, "more understanding"),
    ("There needs to be a lead in each ward.", True, "a lead can be seen"),
    ("We ask that the group gain a fuller awareness.", False, "awareness"),
    ("We ask that the group prints a leaflet.", True, "ask that"),
    ("The force to equip its cars with a printed card.", True, "a thing given"),
    ("The force to equip its staff with greater confidence.", False, "a state of mind"),
    ("Calls should be re-read.", True, "re- and a verb"),
    ("Calls should be reconsidered.", False, "thought again"),
    ("A count of leaders will show headway.", False, "a measure alone"),
    ("Staff must be kind. The Act gives ample scope.", False, "a statement is no ask"),
    ("Staff must be kind. The trust must name a lead.", True, "a second ask"),
    ("Solicitor, Fernmere Borough: draft a protocol. Progress will be judged.", True, "an order"),
    ("Solicitor, Fernmere Borough: ponder the matter.", False, "a vague order"),
    ("The adviser is urged to ponder how this is preached.", False, "urged to ponder"),
    ("The adviser is urged to publish how this is preached.", True, "urged to publish"),
    ("Independent evaluation will say whether it has come.", False, "a measure alone"),
]
OWNERS = [
    ("The refuge coordinator should open a room.", True, "one post"),
    ("The duty coordinator should open a room.", False, "whoever is on duty"),
    ("The substance misuse commissioner should open a room.", True, "one post"),
    ("Any commissioner should open a room.", False, "no one in particular"),
    ("The district manager should open a room.", True, "one post"),
    ("The line manager should open a room.", False, "everybody's line manager"),
    ("A room should be opened by Marlow Vale Constabulary.", True, "the agent"),
    ("The room described by Marlow Vale Constabulary should be opened.", False, "a describer"),
    ("A room should be like that described by Marlow Vale Constabulary.", False, "a describer"),
    ("A room should be opened; work by Marlow Vale Constabulary showed it.", False, "not the ask"),
]


@pytest.mark.parametrize(("text", "wanted", "reason"), TIMES)
def test_time(text: str, wanted: bool, reason: str) -> None:
    assert assess(text).time.met is wanted, reason


@pytest.mark.parametrize(("text", "wanted", "reason"), MEASURES)
def test_measure(text: str, wanted: bool, reason: str) -> None:
    assert assess(text).measure.met is wanted, reason


@pytest.mark.parametrize(("text", "wanted", "reason"), ACTIONS)
def test_action(text: str, wanted: bool, reason: str) -> None:
    assert assess(text).action.met is wanted, reason


@pytest.mark.parametrize(("text", "wanted", "reason"), OWNERS)
def test_owner(text: str, wanted: bool, reason: str) -> None:
    assert assess(text).owner.met is wanted, reason
