"""A crew finds on scene a medical sign nobody had told of. It says so and asks for an ambulance; dispatch sends one to join it."""

from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch.requests import SendMessage
from alongside.core.intake.requests import ReportRedFlag
from alongside.core.state import Assignment, Incident, Unit
from alongside.twin.people.scene import Scene

FLAGS = {"ingestion": 4.0, "withdrawal": 3.0, "head_injury": 2.0, "consciousness": 1.0}


def look_again(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    """Some minutes after contact, once. The core makes an ambulance a requirement; the dispatcher sees that none is there."""
    if "ems" in unit.capabilities or any(state == "yes" for _, state, _ in incident.medical):
        return
    if not scene.happens("medical_on_scene", incident.id):
        return
    if scene.now >= one.times[A.WITH_PERSON] + scene.minutes_ms("arrival_to_contact", incident.id):
        flag = scene.dice.choose(FLAGS, incident.id, "found on scene")
        subject, by = f"{incident.id}:{flag}", scene.crew(unit)
        if scene.ask(ReportRedFlag, by, subject, incident=incident.id, flag=flag, state="yes", when="on_scene"):
            _tell(scene, unit, incident)


def _tell(scene: Scene, unit: Unit, incident: Incident) -> None:
    desk = scene.find_desk("dispatcher", "supervisor")
    if desk:
        id = scene.dice.name(incident.id, "asks for a second unit", 0)
        text = scene.dice.pick(scene.world.notes["second_unit"], incident.id, "asks for a second unit")
        scene.ask(SendMessage, scene.crew(unit), incident.id, {"message": text}, message=id, to=desk, incident=incident.id)
